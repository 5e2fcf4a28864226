namespace Nest.Sdk.Wwn.Writing;

/// <summary>Creates checks: passed, failed, or left to the server when not enough data is known.</summary>
internal static class RuleChecks
{
    /// <param name="rule">The rule.</param>
    /// <param name="field">The checked field. Empty for the whole device.</param>
    /// <param name="passed">Whether the rule passed. Null when not enough data is known.</param>
    /// <param name="failure">What is wrong and the remedy, as a sentence.</param>
    /// <param name="value">The value to be written.</param>
    /// <param name="limit">The limit of the rule.</param>
    /// <param name="allowed">The allowed values.</param>
    public static NestRuleCheck Of(NestRule rule, string field, bool? passed, string failure, string? value = null, string? limit = null, string? allowed = null) => new()
    {
        Rule = rule,
        Field = field,
        Verdict = passed switch { true => NestRuleVerdict.Passed, false => NestRuleVerdict.Failed, null => NestRuleVerdict.LeftToServer },
        Value = value,
        Limit = limit,
        Allowed = allowed,
        Text = passed switch
        {
            false => failure,
            true => $"{Subject(rule, field)}: passed.",
            null => $"{Subject(rule, field)}: not enough data; left to the server.",
        },
    };

    private static string Subject(NestRule rule, string field) => field.Length == 0 ? $"{rule}" : $"{rule} of {field}";
}
