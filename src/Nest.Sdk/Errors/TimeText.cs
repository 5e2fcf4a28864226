using System.Globalization;

namespace Nest.Sdk;

/// <summary>Formats durations for messages.</summary>
internal static class TimeText
{
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
