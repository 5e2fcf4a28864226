namespace Nest.Sdk.Wwn.Writing;

/// <summary>Makes the checks: kept, broken, or left to the server when a fact is not known.</summary>
internal static class RuleChecks
{
    /// <param name="rule">The rule.</param>
    /// <param name="field">The field it was looked at for; empty for the whole device.</param>
    /// <param name="isKept">Null when what has to be known is not.</param>
    /// <param name="broken">What is wrong, and what to do: a sentence.</param>
    /// <param name="value">What was to be written.</param>
    /// <param name="limit">What the rule measures by.</param>
    /// <param name="allowed">What would be allowed.</param>
    public static NestRuleCheck Of(NestRule rule, string field, bool? isKept, string broken, string? value = null, string? limit = null, string? allowed = null) => new()
    {
        Rule = rule,
        Field = field,
        Verdict = isKept switch { true => NestRuleVerdict.Passed, false => NestRuleVerdict.Failed, null => NestRuleVerdict.LeftToServer },
        Value = value,
        Limit = limit,
        Allowed = allowed,
        Text = isKept switch
        {
            false => broken,
            true => $"{Subject(rule, field)}: kept.",
            null => $"{Subject(rule, field)}: the home does not tell, so the server decides.",
        },
    };

    private static string Subject(NestRule rule, string field) => field.Length == 0 ? $"{rule}" : $"{rule} of {field}";
}
