using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// Applies estimated arrivals, which are write-only. Only the earliest arrival of all trips can be read, as
/// <c>eta_begin</c>. See docs/protocol/works-with-nest.md#structures.
/// </summary>
internal static class EtaEffects
{
    public const string WindowBegin = "estimated_arrival_window_begin";
    public const string WindowEnd = "estimated_arrival_window_end";

    public static bool Cancels(JsonObject eta) => TemperatureScales.TryRead(eta[WindowBegin], out var number) && number == 0;

    public static void Apply(FieldWrite write, JsonObject eta, HiddenState hidden)
    {
        var trips = hidden.TripsTo(write.Id);
        var trip = eta["trip_id"].Text()!;
        if (Cancels(eta))
            trips.Remove(trip);
        else
            trips[trip] = eta[WindowBegin].Text()!;

        write.Owner["eta_begin"] = trips.Count == 0 ? NestTime.Epoch : trips.Select(each => each.Value.Text()).MinBy(Arrival);
    }

    private static DateTimeOffset Arrival(string? begin) => NestTime.TryRead(begin, out var time) ? time : DateTimeOffset.MaxValue;
}
