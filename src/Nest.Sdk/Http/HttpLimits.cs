namespace Nest.Sdk.Http;

/// <summary>How long the parts of a call may take.</summary>
/// <param name="Connect">Until the connection has come about.</param>
/// <param name="Response">Until the headers are there, and as long again for the body.</param>
/// <param name="Idle">How long a body may stay silent.</param>
internal sealed record HttpLimits(TimeSpan Connect, TimeSpan Response, TimeSpan Idle)
{
    /// <summary>How long headers may take of which now and then a byte comes; null gives them no more than <see cref="Response"/>.</summary>
    public TimeSpan? SlowHeaders { get; init; }
}
