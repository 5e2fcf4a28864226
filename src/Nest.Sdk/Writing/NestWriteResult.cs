namespace Nest.Sdk;

/// <summary>What was sent, what was checked before, and what became of it.</summary>
public sealed record NestWriteResult
{
    /// <summary>What became of the whole write: with several fields the worst of them (reversed, not seen, adjusted, confirmed).</summary>
    public NestWriteOutcome Outcome { get; init; }

    /// <summary>The request, as it was or would be sent.</summary>
    public required NestWriteRequest Request { get; init; }

    /// <summary>Every rule that was looked at; empty with <see cref="NestWriteOptions.SkipChecks"/>.</summary>
    public IReadOnlyList<NestRuleCheck> Checks { get; init; } = [];

    /// <summary>Each field that was sent, and what was seen of it.</summary>
    public IReadOnlyList<NestFieldResult> Fields { get; init; } = [];

    /// <summary>How old the model was that the checks ran on, if no open stream kept it current; null when it was current.</summary>
    public TimeSpan? ModelAge { get; init; }
}
