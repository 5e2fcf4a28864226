namespace Nest.Sdk;

/// <summary>The result of a write: what was sent, which rules were checked, and the outcome.</summary>
public sealed record NestWriteResult
{
    /// <summary>
    /// The outcome of the whole write: the worst of its steps (reversed, not seen, adjusted, confirmed).
    /// <see cref="NestWriteOutcome.AlreadySo"/> when there was nothing to send.
    /// </summary>
    public NestWriteOutcome Outcome { get; init; }

    /// <summary>
    /// The requests in the order of sending, each with its outcome. Empty when there was nothing to send.
    /// </summary>
    public IReadOnlyList<NestWriteStep> Steps { get; init; } = [];

    /// <summary>Every checked rule. Empty with <see cref="NestWriteOptions.SkipChecks"/>.</summary>
    public IReadOnlyList<NestRuleCheck> Checks { get; init; } = [];

    /// <summary>The fields of all steps, each with its outcome.</summary>
    public IReadOnlyList<NestFieldResult> Fields => [.. Steps.SelectMany(static step => step.Fields)];

    /// <summary>
    /// The age of the model that was checked, when no open stream kept it current. Null when it was current.
    /// </summary>
    public TimeSpan? ModelAge { get; init; }
}
