namespace Nest.Sdk.Testing;

/// <summary>
/// The two limits of the service (see docs/protocol/works-with-nest.md#rate-limits). Nest never published its numbers:
/// the defaults are what others found. A call over a limit is answered with 429 <c>blocked</c> and does not count. An
/// hour is the last 60 minutes on the clock of <see cref="FakeNestServerOptions.TimeProvider"/>.
/// </summary>
public sealed class FakeRateLimits
{
    /// <summary>
    /// Accepted writes to one device or one structure an hour, all tokens of the user together. 10 by default; null: no
    /// limit.
    /// </summary>
    public int? WritesPerHour { get; set; } = 10;

    /// <summary>
    /// Calls with one token an hour: reads, writes and the opening of streams. A redirected call counts once. 60 by
    /// default; null: no limit.
    /// </summary>
    public int? CallsPerHour { get; set; } = 60;

    /// <summary>
    /// Whether a 429 has a <c>Retry-After</c> header, in whole seconds. Default: false, as the real service.
    /// </summary>
    public bool SendRetryAfter { get; set; }

    /// <summary>The error in the limits, or null.</summary>
    internal string? Mistake => this switch
    {
        { WritesPerHour: <= 0 } => "RateLimits.WritesPerHour must be at least 1, or null for no limit.",
        { CallsPerHour: <= 0 } => "RateLimits.CallsPerHour must be at least 1, or null for no limit.",
        _ => null,
    };
}
