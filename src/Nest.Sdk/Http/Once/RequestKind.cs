namespace Nest.Sdk.Http.Once;

/// <summary>
/// Marks whether a request may be sent again. The method alone does not show it: a POST may be a harmless read, and an
/// unknown request must not be repeated.
/// </summary>
internal sealed class RequestKind
{
    /// <summary>
    /// The request option that carries the kind. A handler that creates a new request must copy the options.
    /// </summary>
    public static readonly HttpRequestOptionsKey<RequestKind> Option = new("Nest.Sdk.RequestKind");

    private RequestKind(WriteTicket? ticket) => Ticket = ticket;

    /// <summary>
    /// Changes no device, such as a read or opening a stream. Handlers may send it any number of times.
    /// </summary>
    public static RequestKind Repeatable { get; } = new(null);

    /// <summary>The ticket of a write. Null when the request is repeatable.</summary>
    public WriteTicket? Ticket { get; }

    /// <summary>Changes a device: sent once, even when a handler repeats it.</summary>
    public static RequestKind Once(WriteTicket ticket) => new(ticket);

    /// <summary>Whether a request is known to be repeatable.</summary>
    public static bool IsRepeatable(HttpRequestMessage request) => request.Options.TryGetValue(Option, out var kind) && kind.Ticket is null;
}
