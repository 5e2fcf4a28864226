namespace Nest.Sdk;

/// <summary>What the service said about an error, whole, with secrets masked. A backend may say more: see its own derived type, such as <see cref="Wwn.WwnServerError"/>.</summary>
public record NestServerError
{
    /// <summary>The HTTP status of the response. Null when the error came inside a stream.</summary>
    public int? Status { get; init; }

    /// <summary>The service's short code or word for the error. Null when it sent none.</summary>
    public string? Reason { get; init; }

    /// <summary>The service's message, as it came. Null when it sent none.</summary>
    public string? Message { get; init; }

    /// <summary>Further details by name; values that are no text are JSON. Empty when the service sent none.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
