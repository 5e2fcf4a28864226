namespace Nest.Sdk;

/// <summary>
/// The complete error response of the service, with secrets masked. A backend may report more in a derived type, such
/// as <see cref="Wwn.WwnServerError"/>.
/// </summary>
public record NestServerError
{
    /// <summary>The HTTP status of the response. Null when the error arrived inside a stream.</summary>
    public int? Status { get; init; }

    /// <summary>The service's short error code. Null when the service does not report it.</summary>
    public string? Reason { get; init; }

    /// <summary>The service's message, unchanged. Null when the service does not report it.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// Further details by name. Values that are not text are JSON. Empty when the service reports no details.
    /// </summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
