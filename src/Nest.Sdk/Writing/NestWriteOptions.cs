namespace Nest.Sdk;

/// <summary>
/// How one write is checked, sent and confirmed. Default: checks and sends the write, and completes when the server has
/// accepted it.
/// </summary>
public sealed record NestWriteOptions
{
    /// <summary>
    /// The longest time. Timers have a maximum, and exceeding it must not fail after the write was sent.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>
    /// How long to watch the stream for the outcome of the write, from the server's response on. Default: null, does
    /// not watch. Range: more than zero, up to one day. The response alone does not prove that the device took the
    /// value: a locked thermostat accepts the write and goes back (see docs/protocol/works-with-nest.md#writes). The
    /// watch subscribes to the stream itself. Nothing is sent before the stream is open and shows the home; when it
    /// does not within 30 s, the call fails with a <see cref="NestConnectionException"/>. A value that appears just
    /// before the end is still watched for <see cref="StableFor"/>.
    /// </summary>
    public TimeSpan? Confirm { get; init; }

    /// <summary>
    /// How long a value must be stable on the stream before <see cref="Confirm"/> accepts it. A value that goes back
    /// sooner is <see cref="NestWriteOutcome.Reversed"/>. Default: 2 s. Range: zero to one day. Zero accepts the first
    /// value.
    /// </summary>
    public TimeSpan StableFor { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Skips validation; the server still validates. A temperature is then sent in the scale of the last known model,
    /// or in its own scale when no model is known. Default: false.
    /// </summary>
    public bool SkipChecks { get; init; }

    /// <summary>
    /// Sends nothing. The result contains the request and every check, and a failed rule does not throw. Default:
    /// false.
    /// </summary>
    public bool DryRun { get; init; }

    /// <exception cref="ArgumentException">A time is out of range.</exception>
    internal static void Validate(NestWriteOptions options)
    {
        if (options.Confirm <= TimeSpan.Zero || options.Confirm > Longest)
            throw new ArgumentException($"Confirm ({options.Confirm}) must be more than zero and at most {Longest}. Set it to null to complete when the server has accepted the write.", nameof(options));
        if (options.StableFor < TimeSpan.Zero || options.StableFor > Longest)
            throw new ArgumentException($"StableFor ({options.StableFor}) must be between zero and {Longest}.", nameof(options));
    }
}
