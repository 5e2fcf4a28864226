namespace Nest.Sdk;

/// <summary>How one write is checked, sent and followed. The default checks, sends, and completes when the server has accepted it.</summary>
public sealed record NestWriteOptions
{
    /// <summary>Timers have an end, and it must not show only when the write is out.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>
    /// How long to watch the stream, from the server's answer on, for what became of the write; null, the default, does not watch.
    /// The answer alone is no proof that the device took the value (see docs/protocol/works-with-nest.md#writes): a locked thermostat accepts, and goes back.
    /// More than zero, a day at most. The watch brings its own subscription. Nothing is sent before its stream is open and shows the home;
    /// when it does not within 30 seconds, the call ends with a <see cref="NestConnectionException"/>.
    /// What shows just before the time is over may still stand for <see cref="StableFor"/>.
    /// </summary>
    public TimeSpan? Confirm { get; init; }

    /// <summary>How long a value has to stand on the stream before <see cref="Confirm"/> believes it: what goes back sooner is <see cref="NestWriteOutcome.Reversed"/>. Default: 2 seconds; zero believes the first sight; a day at most.</summary>
    public TimeSpan StableFor { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Sends without a look at the rules; the server still has its own. A temperature then goes out in the scale of the last known model, else in its own. Default: false.</summary>
    public bool SkipChecks { get; init; }

    /// <summary>Sends nothing: the result tells the request and every check, and a rule that is broken does not throw. Default: false.</summary>
    public bool DryRun { get; init; }

    /// <exception cref="ArgumentException">A time makes no sense.</exception>
    internal static void Validate(NestWriteOptions options)
    {
        if (options.Confirm <= TimeSpan.Zero || options.Confirm > Longest)
            throw new ArgumentException($"Confirm ({options.Confirm}) must be more than zero and not more than {Longest}. Leave it null to go on as soon as the server has accepted the write.", nameof(options));
        if (options.StableFor < TimeSpan.Zero || options.StableFor > Longest)
            throw new ArgumentException($"StableFor ({options.StableFor}) must lie between zero and {Longest}.", nameof(options));
    }
}
