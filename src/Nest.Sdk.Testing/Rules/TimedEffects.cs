using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// What ends by itself when its time comes: fan timers, alerts, and peak periods, whose times then leave the document (section 8.2). Times that were
/// past already when they came into the document are left alone.
/// </summary>
internal static class TimedEffects
{
    /// <summary>The first end after a time; null when nothing will end.</summary>
    public static DateTimeOffset? Next(JsonObject root, UntoldState untold, DateTimeOffset after) =>
        Ends(root, untold).Where(end => end.Time > after).Select(end => (DateTimeOffset?)end.Time).Min();

    /// <summary>Ends what ends after one time and not after another.</summary>
    public static void Apply(JsonObject root, UntoldState untold, DateTimeOffset after, DateTimeOffset until)
    {
        foreach (var (_, apply) in Ends(root, untold).Where(end => end.Time > after && end.Time <= until).ToArray())
        {
            apply();
        }
    }

    private static IEnumerable<(DateTimeOffset Time, Action Apply)> Ends(JsonObject root, UntoldState untold) =>
        [.. FanTimers(root), .. PeakPeriods(root), .. SecurityEffects.Ends(root, untold)];

    private static IEnumerable<(DateTimeOffset Time, Action Apply)> FanTimers(JsonObject root)
    {
        foreach (var (_, thermostat) in root["devices"].Child("thermostats").Items())
        {
            if (thermostat["fan_timer_active"].IsTrue() && NestTime.TryRead(thermostat["fan_timer_timeout"], out var timeout))
            {
                yield return (timeout, () => (thermostat["fan_timer_active"], thermostat["fan_timer_timeout"]) = (false, NestTime.Epoch));
            }
        }
    }

    private static IEnumerable<(DateTimeOffset Time, Action Apply)> PeakPeriods(JsonObject root)
    {
        foreach (var (_, structure) in root["structures"].Items())
        {
            if (NestTime.TryRead(structure["peak_period_end_time"], out var end))
            {
                yield return (end, () => EndPeakPeriod(structure));
            }
        }
    }

    private static void EndPeakPeriod(JsonObject structure)
    {
        structure.Remove("peak_period_start_time");
        structure.Remove("peak_period_end_time");
    }
}
