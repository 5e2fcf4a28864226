using System.Net;

namespace Nest.Sdk.Http.Once;

/// <summary>
/// The body of a write, which records when it is sent and allows that once. Without a complete body no server can apply
/// the write.
/// </summary>
/// <remarks>
/// Used directly above the sockets, so that a handler above that reads the body, for example to log it, does not count
/// as sending. The sockets handler may try to send it again on another connection, which is refused.
/// </remarks>
internal sealed class WriteContent : HttpContent
{
    private readonly HttpContent _body;
    private readonly WriteTicket _ticket;

    public WriteContent(HttpContent body, WriteTicket ticket)
    {
        _body = body;
        _ticket = ticket;
        foreach (var (name, values) in body.Headers.NonValidated)
            Headers.TryAddWithoutValidation(name, values);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _ticket.MarkSent();
        return _body.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Headers.ContentLength.GetValueOrDefault();
        return _body.Headers.ContentLength is not null;
    }
}
