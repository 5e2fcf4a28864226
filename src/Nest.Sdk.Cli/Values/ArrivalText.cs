using System.Globalization;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Values;

/// <summary>
/// Arrivals as they are typed: <c>2026-05-01T18:30:00+02:00</c>, or the first and the last time with <c>/</c> between
/// them.
/// </summary>
internal static class ArrivalText
{
    public const string Advice = "Write one time like 2026-05-01T18:30:00+02:00, or the earliest and the latest with / between them. Without an offset it is the time here.";

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    public static bool TryParse(string text, out (DateTimeOffset Begin, DateTimeOffset? End) arrival)
    {
        arrival = default;
        var parts = text.Split('/');
        if (parts.Length > 2 || !TryTime(parts[0], out var begin))
            return false;
        if (parts.Length == 1)
        {
            arrival = (begin, null);
            return true;
        }

        if (!TryTime(parts[1], out var end) || end < begin)
            return false;
        arrival = (begin, end);
        return true;
    }

    public static Eta ToEta((DateTimeOffset Begin, DateTimeOffset? End) arrival, string trip) =>
        new() { TripId = trip, EstimatedArrivalWindowBegin = arrival.Begin, EstimatedArrivalWindowEnd = arrival.End };

    private static bool TryTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out time);
}
