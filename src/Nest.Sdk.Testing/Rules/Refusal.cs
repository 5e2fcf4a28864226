namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// Why a home refuses something, in the words of the service and independent of a protocol. Texts and codes that no
/// source has captured are marked here.
/// </summary>
internal sealed record Refusal(RefusalKind Kind, string Code, string Message)
{
    // Text not captured.
    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "not-found", "Not found");

    // Text and code not captured.
    public static Refusal InvalidJson { get; } = new(RefusalKind.Invalid, "format-error", "Invalid data; couldn't parse JSON.");

    /// <summary>For a path that is not a field: its text is known, its code is not.</summary>
    public static Refusal NotWritable { get; } = Uncaptured("Not writable");

    /// <summary>Named values that the message quotes.</summary>
    public IReadOnlyList<(string Name, string Value)> Details { get; init; } = [];

    /// <summary>When to try again; null when it is not reported.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// A refusal whose text is known, or invented where it says so, but whose code no source has captured.
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
