using System.Globalization;

namespace Nest.Sdk.Cli.Values;

/// <summary>Durations as they are typed: <c>500ms</c>, <c>10s</c>, <c>5m</c>, <c>1h</c>.</summary>
internal static class DurationText
{
    public const string Advice = "Write it like 500ms, 10s, 5m or 1h.";

    private static readonly (string Unit, double Milliseconds)[] Units = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000)];

    /// <summary>
    /// A duration as it could have been typed, in the largest unit that needs no fraction; below a millisecond it is
    /// rounded up.
    /// </summary>
    public static string Of(TimeSpan duration)
    {
        var length = Math.Ceiling(duration.TotalMilliseconds);
        var (unit, milliseconds) = length == 0 ? Units[1] : Units.Last(each => length % each.Milliseconds == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{length / milliseconds:0}{unit}");
    }

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        foreach (var (unit, milliseconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number * milliseconds <= TimeSpan.MaxValue.TotalMilliseconds / 2)
            {
                duration = TimeSpan.FromTicks((long)(number * milliseconds * TimeSpan.TicksPerMillisecond));
                return true;
            }
        }

        return false;
    }
}
