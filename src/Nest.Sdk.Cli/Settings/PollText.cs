using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Values;

namespace Nest.Sdk.Cli.Settings;

/// <summary>The interval of polling, as an option and in the environment.</summary>
internal static class PollText
{
    private const string Advice = "Write it like 60s or 5m: at least 15s, because Google allows 5 lists a minute for each user, and at most 24h.";

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static Option<TimeSpan?> Option(string description)
    {
        var option = ValueOptions.Of<TimeSpan>("--poll", description, "D", TryParse, Advice);
        option.Recursive = true;
        return option;
    }

    /// <param name="variable">The environment variable.</param>
    /// <param name="text">Its value. Null when it is not set.</param>
    /// <exception cref="UsageException">The value is not such an interval.</exception>
    public static TimeSpan? Parse(string variable, string? text) => text is null ? null
        : TryParse(text, out var interval) ? interval
        : throw new UsageException($"{variable} is '{text}'. {Advice}");

    private static bool TryParse(string text, out TimeSpan interval) => DurationText.TryParse(text, out interval) && interval >= Shortest && interval <= Longest;
}
