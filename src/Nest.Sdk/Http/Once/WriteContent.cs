using System.Net;

namespace Nest.Sdk.Http.Once;

/// <summary>The body of a write, which notes when it goes out, and does so once: without a whole body no server can apply the write.</summary>
/// <remarks>Stands right above the sockets: whoever reads a body further up, to log it say, sends nothing. The sockets themselves may want to send again on another connection; they must not.</remarks>
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
        _ticket.Leave();
        return _body.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Headers.ContentLength.GetValueOrDefault();
        return _body.Headers.ContentLength is not null;
    }
}
