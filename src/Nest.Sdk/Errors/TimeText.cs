using System.Globalization;

namespace Nest.Sdk;

/// <summary>Lengths of time as people read them.</summary>
internal static class TimeText
{
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
