using System.Globalization;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// State of a home that the document does not show. It is JSON, so that it can be compared and reversed like the
/// document.
/// </summary>
internal sealed class HiddenState
{
    private const string EcoByHand = "eco_by_hand";
    private const string Trips = "trips";
    private const string Deter = "deter_until";

    public JsonObject Root { get; } = new() { [EcoByHand] = new JsonObject(), [Trips] = new JsonObject(), [Deter] = new JsonObject() };

    /// <summary>The times at which the security states of structures are evaluated again.</summary>
    public IEnumerable<(string StructureId, DateTimeOffset Time)> DeterUntil =>
        Map(Deter).Select(alert => (alert.Key, DateTimeOffset.Parse(alert.Value.Text()!, CultureInfo.InvariantCulture)));

    /// <summary>
    /// Returns whether a thermostat was set to eco by hand, or was in eco when the structure was set to away. It then
    /// stays in eco when the structure is set to home.
    /// </summary>
    public bool IsEcoByHand(string thermostatId) => Map(EcoByHand).ContainsKey(thermostatId);

    public void SetEcoByHand(string thermostatId, bool isByHand)
    {
        Map(EcoByHand).Remove(thermostatId);
        if (isByHand)
            Map(EcoByHand)[thermostatId] = true;
    }

    /// <summary>Sets when the security state is evaluated again. Null for never.</summary>
    public void SetDeterUntil(string structureId, DateTimeOffset? time)
    {
        Map(Deter).Remove(structureId);
        if (time is { } due)
            Map(Deter)[structureId] = due.ToString("O", CultureInfo.InvariantCulture);
    }

    /// <summary>Returns the earliest arrival of each trip to a structure, by trip id.</summary>
    public JsonObject TripsTo(string structureId)
    {
        if (Map(Trips)[structureId] is not JsonObject trips)
            Map(Trips)[structureId] = trips = [];

        return trips;
    }

    /// <summary>
    /// Removes the state of items that are no longer in the document. An item added later with the same id is new.
    /// </summary>
    public void Forget(JsonObject root)
    {
        Keep(EcoByHand, root["devices"].Child("thermostats"));
        Keep(Trips, root["structures"]);
        Keep(Deter, root["structures"]);
    }

    private void Keep(string map, JsonNode? present)
    {
        foreach (var (id, _) in Map(map).Where(entry => present.Child(entry.Key) is null).ToArray())
            Map(map).Remove(id);
    }

    private JsonObject Map(string name) => Root[name]!.AsObject();
}
