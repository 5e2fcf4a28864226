using System.Net;

namespace Nest.Sdk.Http.Once;

/// <summary>
/// Sends each write once, below all handlers of the host. A handler that repeats a write gets the first outcome again.
/// </summary>
/// <remarks>
/// A retry handler that a host adds to all its HTTP clients would otherwise send a write twice. The order of all
/// handlers is in ADR 0020.
/// </remarks>
internal sealed class OnceHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(RequestKind.Option, out var kind))
            throw new NestConnectionException("The request was not sent. A handler of the host created it without the Options of the original, so the client cannot know whether it was sent before. Copy the Options too.");
        if (kind.Ticket is not { } ticket)
            return base.SendAsync(request, cancellationToken);

        return ticket.SendOnceAsync(
            () =>
            {
                // With Expect: 100-continue, a request whose headers get no response would be repeated by the sockets
                // handler, which considers that safe before the body is sent.
                request.Headers.ExpectContinue = null;
                // With HTTP/2 the sockets handler repeats a refused request by itself, below this handler. With
                // HTTP/1.1 it does not once the body is being sent.
                (request.Version, request.VersionPolicy) = (HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact);
                // The request is a copy for this attempt; its content is shared.
                if (request.Content is { } body)
                    request.Content = new WriteContent(body, ticket);
                return base.SendAsync(request, cancellationToken);
            },
            cancellationToken);
    }
}
