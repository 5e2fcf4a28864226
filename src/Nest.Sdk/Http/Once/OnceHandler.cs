using System.Net;

namespace Nest.Sdk.Http.Once;

/// <summary>Stands below all handlers of the host: whatever they repeat, a write reaches the wire once, and they get its first outcome again.</summary>
/// <remarks>A retry handler that a host adds to all its HTTP clients would otherwise set a furnace twice. The order of all handlers is in ADR 0020.</remarks>
internal sealed class OnceHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(RequestKind.Option, out var kind))
            throw new NestConnectionException("A handler of the host made a new request and left out its Options, so the client cannot know whether it was sent before: this one was not sent. Copy the Options too.");
        if (kind.Ticket is not { } ticket)
            return base.SendAsync(request, cancellationToken);

        return ticket.SendOnceAsync(
            () =>
            {
                // A head that goes ahead and gets no answer would be sent again by the sockets: before the body is out, they take it for a safe thing to do.
                request.Headers.ExpectContinue = null;
                // By HTTP/2 the sockets begin a refused request anew by themselves, below us. By HTTP/1.1 they do not once the body goes out.
                (request.Version, request.VersionPolicy) = (HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact);
                // The request is a copy that belongs to this attempt; its content does not.
                if (request.Content is { } body)
                    request.Content = new WriteContent(body, ticket);
                return base.SendAsync(request, cancellationToken);
            },
            cancellationToken);
    }
}
