namespace Nest.Sdk;

/// <summary>A write breaks a rule that Nest has (see docs/protocol/works-with-nest.md#write-rules), as far as the last known home tells. Nothing was sent.</summary>
public class NestRuleException : NestException
{
    /// <summary>Creates the error with no further details.</summary>
    public NestRuleException()
        : this("The write breaks a rule of Nest. Nothing was sent.")
    {
    }

    /// <summary>Creates the error with a text for people.</summary>
    /// <param name="message">Which rule, and what would be allowed.</param>
    public NestRuleException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with a text for people and its cause.</summary>
    /// <param name="message">Which rule, and what would be allowed.</param>
    /// <param name="innerException">The cause, or null when there is none.</param>
    public NestRuleException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The rule that is broken; with several the first. Default: <see cref="NestRule.None"/>.</summary>
    public NestRule Rule { get; init; }

    /// <summary>The field on the wire, such as <c>target_temperature_c</c>; empty when the rule is about the whole device.</summary>
    public string Field { get; init; } = "";

    /// <summary>What was to be written, for people, such as <c>23.0 °C</c>; null when the rule is not about a value.</summary>
    public string? Value { get; init; }

    /// <summary>What the rule measures by, for people, such as <c>is_locked, 18.5–22.0 °C</c>; null when there is no such thing.</summary>
    public string? Limit { get; init; }

    /// <summary>What would be allowed, for people, such as <c>18.5–22.0 °C while locked</c>; null when nothing would be.</summary>
    public string? Allowed { get; init; }

    /// <summary>How old the home is that was asked, when no open stream kept it current: the rule may not hold any more. Null when it was current.</summary>
    public TimeSpan? ModelAge { get; init; }
}
