namespace Nest.Sdk.Testing;

/// <summary>
/// The two rate limits of the service. Nest never published its numbers: the defaults are observations of others. A
/// call over a limit is answered with 429 <c>blocked</c> and does not count. An hour is the last 60 minutes on the
/// clock of <see cref="FakeNestServerOptions.TimeProvider"/>. See docs/protocol/works-with-nest.md#rate-limits.
/// </summary>
public sealed class FakeRateLimits
{
    /// <summary>
    /// The maximum number of accepted writes to a device or structure in an hour, from all tokens of the user. Default:
    /// 10. Null for no limit.
    /// </summary>
    public int? WritesPerHour { get; set; } = 10;

    /// <summary>
    /// The maximum number of calls with one token in an hour: reads, writes and opened streams. A redirected call
    /// counts once. Default: 60. Null for no limit.
    /// </summary>
    public int? CallsPerHour { get; set; } = 60;

    /// <summary>
    /// Whether a 429 has a <c>Retry-After</c> header, in whole seconds. Default: false, as with the real service.
    /// </summary>
    public bool SendRetryAfter { get; set; }

    /// <summary>The validation error of the limits, or null.</summary>
    internal string? Mistake => this switch
    {
        { WritesPerHour: <= 0 } => "RateLimits.WritesPerHour must be at least 1, or null for no limit.",
        { CallsPerHour: <= 0 } => "RateLimits.CallsPerHour must be at least 1, or null for no limit.",
        _ => null,
    };
}
