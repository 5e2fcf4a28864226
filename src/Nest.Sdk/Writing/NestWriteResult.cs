namespace Nest.Sdk;

/// <summary>What was sent, what was checked before, and what became of it.</summary>
public sealed record NestWriteResult
{
    /// <summary>What became of the whole write: the worst of its steps (reversed, not seen, adjusted, confirmed). <see cref="NestWriteOutcome.AlreadySo"/> when there was nothing to send.</summary>
    public NestWriteOutcome Outcome { get; init; }

    /// <summary>The requests in the order they were or would be sent, each with what became of it. Empty when there was nothing to send.</summary>
    public IReadOnlyList<NestWriteStep> Steps { get; init; } = [];

    /// <summary>Every rule that was checked. Empty with <see cref="NestWriteOptions.SkipChecks"/>.</summary>
    public IReadOnlyList<NestRuleCheck> Checks { get; init; } = [];

    /// <summary>Each field of all steps, and what was seen of it.</summary>
    public IReadOnlyList<NestFieldResult> Fields => [.. Steps.SelectMany(static step => step.Fields)];

    /// <summary>How old the model was that the checks used, if no open stream kept it current. Null when it was current.</summary>
    public TimeSpan? ModelAge { get; init; }
}
