using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// Checks the away state, estimated arrivals and name of a structure. See docs/protocol/works-with-nest.md#structures
/// and #write-rules.
/// </summary>
internal static class StructureRules
{
    /// <summary>
    /// Returns whether a structure is away, including <c>auto-away</c>, the value for clients before the Eco change.
    /// </summary>
    public static bool IsAway(JsonObject structure) => structure["away"].Text() is "away" or "auto-away";

    public static Refusal? Check(FieldWrite write, string field, JsonNode? value) => field switch
    {
        "away" => value.Text() is "home" or "away" ? null : Refusal.Uncaptured("Invalid value for Away"),
        "eta" => CheckEta(write, value),
        // The text was never captured.
        _ => value.Text() is not null ? null : Refusal.Uncaptured("Unspecified error"),
    };

    private static Refusal? CheckEta(FieldWrite write, JsonNode? value)
    {
        if (!IsAway(write.Owner))
            return Refusal.Uncaptured("Not in away mode");

        // The rule is known, its text is not.
        return !write.DevicesInStructure("thermostats").Any() ? Refusal.Uncaptured("No thermostat in structure")
            : value is JsonObject eta && IsTrip(eta) ? null
            : Refusal.Uncaptured("Unspecified error");
    }

    /// <summary>
    /// Returns whether an object is a valid trip. It has an id, and either a window that does not end before it begins
    /// or the number 0, which cancels the trip.
    /// </summary>
    private static bool IsTrip(JsonObject eta) =>
        eta["trip_id"].Text() is { Length: > 0 }
        && (EtaEffects.Cancels(eta)
            || (NestTime.TryRead(eta[EtaEffects.WindowBegin], out var begin) && NestTime.TryRead(eta[EtaEffects.WindowEnd], out var end) && begin <= end));
}
