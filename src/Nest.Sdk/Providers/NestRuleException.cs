namespace Nest.Sdk;

/// <summary>
/// The exception for a write that breaks a rule of Nest according to the last known home. Nothing was sent. See
/// docs/protocol/works-with-nest.md#write-rules.
/// </summary>
public class NestRuleException : NestException
{
    /// <summary>Creates the exception with no further details.</summary>
    public NestRuleException()
        : this("The write breaks a rule of Nest. Nothing was sent.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The rule that failed, and the allowed values.</param>
    public NestRuleException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">The rule that failed, and the allowed values.</param>
    /// <param name="innerException">The cause, or null.</param>
    public NestRuleException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// The rule that failed; the first one when there are several. Default: <see cref="NestRule.None"/>.
    /// </summary>
    public NestRule Rule { get; init; }

    /// <summary>
    /// The wire name of the field, such as <c>target_temperature_c</c>. Empty when the rule is about the whole device.
    /// </summary>
    public string Field { get; init; } = "";

    /// <summary>
    /// The value to be written, as display text, such as <c>23.0 °C</c>. Null when the rule is not about a value.
    /// </summary>
    public string? Value { get; init; }

    /// <summary>
    /// The limit of the rule, as display text, such as <c>is_locked, 18.5–22.0 °C</c>. Null when the rule has none.
    /// </summary>
    public string? Limit { get; init; }

    /// <summary>
    /// The allowed values, as display text, such as <c>18.5–22.0 °C while locked</c>. Null when no value is allowed.
    /// </summary>
    public string? Allowed { get; init; }

    /// <summary>
    /// The age of the home that was checked, when no open stream kept it current: the rule may no longer fail. Null
    /// when the home was current.
    /// </summary>
    public TimeSpan? ModelAge { get; init; }
}
