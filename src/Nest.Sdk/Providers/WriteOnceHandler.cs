using System.Net;

namespace Nest.Sdk.Providers;

/// <summary>Stands below all handlers of the host: whatever they repeat, a write reaches the wire once, and they get its first outcome again.</summary>
/// <remarks>A retry handler that a host adds to all its HTTP clients would otherwise set a furnace twice.</remarks>
internal sealed class WriteOnceHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Where a write carries its ticket.</summary>
    public static readonly HttpRequestOptionsKey<WriteTicket> Ticket = new("Nest.Sdk.WriteTicket");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Ticket, out var ticket))
        {
            return request.Method == HttpMethod.Get
                ? base.SendAsync(request, cancellationToken)
                : throw new NestConnectionException("A handler of the host made a new request of a write and left out its Options, so nobody can tell whether it was sent before: this one was not. Copy the Options too.");
        }

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
