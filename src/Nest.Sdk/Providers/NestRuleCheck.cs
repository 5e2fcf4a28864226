namespace Nest.Sdk;

/// <summary>The check of one rule for one field of one write.</summary>
public sealed record NestRuleCheck
{
    /// <summary>The rule.</summary>
    public NestRule Rule { get; init; }

    /// <summary>The result of the check.</summary>
    public NestRuleVerdict Verdict { get; init; }

    /// <summary>
    /// The wire name of the field, such as <c>target_temperature_c</c>. Empty when the rule is about the whole device.
    /// </summary>
    public string Field { get; init; } = "";

    /// <summary>
    /// The value to be written, as display text, such as <c>23 °C</c>. Null when the rule is not about a value.
    /// </summary>
    public string? Value { get; init; }

    /// <summary>
    /// The limit of the rule, as display text, such as <c>is_locked, 18.5–22.0 °C</c>. Null when it is not known.
    /// </summary>
    public string? Limit { get; init; }

    /// <summary>
    /// The allowed values, as display text, such as <c>18.5–22.0 °C while locked</c>. Null when no value is allowed.
    /// </summary>
    public string? Allowed { get; init; }

    /// <summary>The whole check as one sentence. Default: empty.</summary>
    public string Text { get; init; } = "";
}
