namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// The reason for a refusal, in the words of the service and independent of the protocol. Comments mark texts and codes
/// that were never captured.
/// </summary>
internal sealed record Refusal(RefusalKind Kind, string Code, string Message)
{
    // The text was never captured.
    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "not-found", "Not found");

    // Text and code were never captured.
    public static Refusal InvalidJson { get; } = new(RefusalKind.Invalid, "format-error", "Invalid data; couldn't parse JSON.");

    /// <summary>A path that is not a field. The text is known, the code is not.</summary>
    public static Refusal NotWritable { get; } = Uncaptured("Not writable");

    /// <summary>The named values that the message quotes.</summary>
    public IReadOnlyList<(string Name, string Value)> Details { get; init; } = [];

    /// <summary>The time until the next attempt. Null when it is not reported.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Creates a refusal whose code was never captured. Its text is known unless a comment says otherwise.
    /// </summary>
    public static Refusal Uncaptured(string message) => Invalid("unknown", message);

    public static Refusal Invalid(string code, string message, params IReadOnlyList<(string Name, string Value)> details) =>
        new(RefusalKind.Invalid, code, message) { Details = details };

    // The one captured sample repeats the value as field_name.
    public static Refusal WrongFormat(string temperature) =>
        new(RefusalKind.WrongFormat, "format-error", $"Temperature '{temperature}' is in wrong format") { Details = [("field_name", temperature)] };

    /// <summary>Too many calls or writes, or blocked.</summary>
    public static Refusal Blocked(TimeSpan? retryAfter = null) => new(RefusalKind.Blocked, "blocked", "blocked") { RetryAfter = retryAfter };
}
