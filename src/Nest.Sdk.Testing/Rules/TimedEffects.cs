using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// State that ends automatically: fan timers, security alerts and peak periods. The times of a peak period are removed
/// from the document when it ends. Times that were already past when they were set have no effect. See
/// docs/protocol/works-with-nest.md#structures.
/// </summary>
internal static class TimedEffects
{
    /// <summary>Returns the next end after a time. Null when nothing will end.</summary>
    public static DateTimeOffset? Next(JsonObject root, HiddenState hidden, DateTimeOffset after) =>
        Ends(root, hidden).Where(end => end.Time > after).Select(end => (DateTimeOffset?)end.Time).Min();

    /// <summary>
    /// Applies the ends that are later than <paramref name="after"/> and not later than <paramref name="until"/>.
    /// </summary>
    public static void Apply(JsonObject root, HiddenState hidden, DateTimeOffset after, DateTimeOffset until)
    {
        foreach (var (_, apply) in Ends(root, hidden).Where(end => end.Time > after && end.Time <= until).ToArray())
            apply();
    }

    private static IEnumerable<(DateTimeOffset Time, Action Apply)> Ends(JsonObject root, HiddenState hidden) =>
        [.. FanTimers(root), .. PeakPeriods(root), .. SecurityEffects.Ends(root, hidden)];

    private static IEnumerable<(DateTimeOffset Time, Action Apply)> FanTimers(JsonObject root)
    {
        foreach (var (_, thermostat) in root["devices"].Child("thermostats").Items())
        {
            if (thermostat["fan_timer_active"].IsTrue() && NestTime.TryRead(thermostat["fan_timer_timeout"], out var timeout))
                yield return (timeout, () => (thermostat["fan_timer_active"], thermostat["fan_timer_timeout"]) = (false, NestTime.Epoch));
        }
    }

    private static IEnumerable<(DateTimeOffset Time, Action Apply)> PeakPeriods(JsonObject root)
    {
        foreach (var (_, structure) in root["structures"].Items())
        {
            if (NestTime.TryRead(structure["peak_period_end_time"], out var end))
                yield return (end, () => EndPeakPeriod(structure));
        }
    }

    private static void EndPeakPeriod(JsonObject structure)
    {
        structure.Remove("peak_period_start_time");
        structure.Remove("peak_period_end_time");
    }
}
