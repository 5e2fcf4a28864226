using System.Globalization;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// What the service knows about a home and does not show in the document. It is JSON too, so that it is compared and
/// reversed like the document.
/// </summary>
internal sealed class HiddenState
{
    private const string EcoByHand = "eco_by_hand";
    private const string Trips = "trips";
    private const string Deter = "deter_until";

    public JsonObject Root { get; } = new() { [EcoByHand] = new JsonObject(), [Trips] = new JsonObject(), [Deter] = new JsonObject() };

    /// <summary>When the security state of structures is evaluated again.</summary>
    public IEnumerable<(string StructureId, DateTimeOffset Time)> DeterUntil =>
        Map(Deter).Select(alert => (alert.Key, DateTimeOffset.Parse(alert.Value.Text()!, CultureInfo.InvariantCulture)));

    /// <summary>
    /// Whether a thermostat was put into eco by hand, or was in eco when the structure went away: it stays there when
    /// the structure comes home.
    /// </summary>
    public bool IsEcoByHand(string thermostatId) => Map(EcoByHand).ContainsKey(thermostatId);

    public void SetEcoByHand(string thermostatId, bool isByHand)
    {
        Map(EcoByHand).Remove(thermostatId);
        if (isByHand)
            Map(EcoByHand)[thermostatId] = true;
    }

    /// <summary>Null: it is not.</summary>
    public void SetDeterUntil(string structureId, DateTimeOffset? time)
    {
        Map(Deter).Remove(structureId);
        if (time is { } due)
            Map(Deter)[structureId] = due.ToString("O", CultureInfo.InvariantCulture);
    }

    /// <summary>The earliest arrival of each trip to a structure, by trip id.</summary>
    public JsonObject TripsTo(string structureId)
    {
        if (Map(Trips)[structureId] is not JsonObject trips)
            Map(Trips)[structureId] = trips = [];

        return trips;
    }

    /// <summary>
    /// Removes what is no longer in the document: an item that enters it later under the same id is new.
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
