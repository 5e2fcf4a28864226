namespace Nest.Sdk.Testing;

/// <summary>
/// The two limits of the service (reference, section 11). Nest never printed its numbers: the defaults are what others found. What is over a limit is
/// answered with 429 <c>blocked</c> and does not count. An hour is the last 60 minutes on the clock of <see cref="FakeNestServerOptions.TimeProvider"/>.
/// </summary>
public sealed class FakeRateLimits
{
    /// <summary>Accepted writes to one device or one structure an hour, all tokens of the user together. 10 by default; null: no limit.</summary>
    public int? WritesPerHour { get; set; } = 10;

    /// <summary>Calls with one token an hour: reads, writes and the opening of streams. A redirected call counts once. 60 by default; null: no limit.</summary>
    public int? CallsPerHour { get; set; } = 60;

    /// <summary>Whether a 429 says in <c>Retry-After</c>, in whole seconds, when there is room again. False by default: a real one did not.</summary>
    public bool SendRetryAfter { get; set; }

    /// <summary>What is wrong with the limits; null when nothing is.</summary>
    internal string? Mistake => this switch
    {
        { WritesPerHour: <= 0 } => "RateLimits.WritesPerHour must be 1 at least, or null for no limit.",
        { CallsPerHour: <= 0 } => "RateLimits.CallsPerHour must be 1 at least, or null for no limit.",
        _ => null,
    };
}
