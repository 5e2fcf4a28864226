namespace Nest.Sdk.Http.Once;

/// <summary>Says of each request whether it may go over the wire again. The method does not: a POST may be a harmless read, and an unknown one must not be repeated.</summary>
internal sealed class RequestKind
{
    /// <summary>Where a request carries its kind. A handler that makes a new request has to copy the options.</summary>
    public static readonly HttpRequestOptionsKey<RequestKind> Option = new("Nest.Sdk.RequestKind");

    private RequestKind(WriteTicket? ticket) => Ticket = ticket;

    /// <summary>Changes no device: reading, opening a stream, and the like. May be sent as often as handlers like.</summary>
    public static RequestKind Repeatable { get; } = new(null);

    /// <summary>The ticket of a write; null when the request is repeatable.</summary>
    public WriteTicket? Ticket { get; }

    /// <summary>Changes a device: sent once, however often a handler repeats it.</summary>
    public static RequestKind Once(WriteTicket ticket) => new(ticket);

    /// <summary>Whether a request is known to be repeatable.</summary>
    public static bool IsRepeatable(HttpRequestMessage request) => request.Options.TryGetValue(Option, out var kind) && kind.Ticket is null;
}
