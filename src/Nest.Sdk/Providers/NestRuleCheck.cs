namespace Nest.Sdk;

/// <summary>One rule, looked at for one field of one write.</summary>
public sealed record NestRuleCheck
{
    /// <summary>The rule.</summary>
    public NestRule Rule { get; init; }

    /// <summary>What it came to.</summary>
    public NestRuleVerdict Verdict { get; init; }

    /// <summary>The name of the field on the wire, such as <c>target_temperature_c</c>; empty when the rule is about the whole device.</summary>
    public string Field { get; init; } = "";

    /// <summary>What was to be written, for people, such as <c>23 °C</c>; null when the rule is not about a value.</summary>
    public string? Value { get; init; }

    /// <summary>What the rule measures by, for people, such as <c>is_locked, 18.5–22.0 °C</c>; null when that is not known.</summary>
    public string? Limit { get; init; }

    /// <summary>What would be allowed instead, for people, such as <c>18.5–22.0 °C while locked</c>; null when nothing would be.</summary>
    public string? Allowed { get; init; }

    /// <summary>The whole check as one sentence.</summary>
    public string Text { get; init; } = "";
}
