namespace Nest.Sdk.Cli.Values;

/// <summary>Fan times as they are typed: a duration, or <c>off</c>.</summary>
internal static class FanText
{
    public const string Advice = "Write a duration like 30m or 1h, or off.";

    public static bool TryParse(string text, out (bool IsActive, TimeSpan? Duration) fan)
    {
        var isDuration = DurationText.TryParse(text, out var duration);
        fan = (isDuration, isDuration ? duration : null);
        return isDuration || text == "off";
    }
}
