namespace Nest.Sdk;

/// <summary>
/// One request of a write, and its outcome. A write can take several steps, which are sent once each, in order.
/// </summary>
public sealed record NestWriteStep
{
    /// <summary>The request that was sent, or would be sent in a dry run.</summary>
    public NestWriteRequest Request { get; init; } = new();

    /// <summary>
    /// The outcome of this step. With several fields the worst of theirs (reversed, not seen, adjusted, confirmed).
    /// </summary>
    public NestWriteOutcome Outcome { get; init; }

    /// <summary>The fields that the step sets, and their values in the stream afterwards.</summary>
    public IReadOnlyList<NestFieldResult> Fields { get; init; } = [];
}
