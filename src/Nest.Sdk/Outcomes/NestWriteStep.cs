namespace Nest.Sdk;

/// <summary>One request of a write, and what became of it. A wish can take several steps, which are sent once each, in order.</summary>
public sealed record NestWriteStep
{
    /// <summary>The request, as it was or would be sent.</summary>
    public NestWriteRequest Request { get; init; } = new();

    /// <summary>What became of this step: with several fields the worst of them (reversed, not seen, adjusted, confirmed).</summary>
    public NestWriteOutcome Outcome { get; init; }

    /// <summary>Each field that the step sets, and what was seen of it.</summary>
    public IReadOnlyList<NestFieldResult> Fields { get; init; } = [];
}
