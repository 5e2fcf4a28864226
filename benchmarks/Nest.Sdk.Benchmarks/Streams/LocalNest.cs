using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;

namespace Nest.Sdk.Benchmarks.Streams;

/// <summary>Replaces the sockets: answers each stream request with events from memory.</summary>
internal sealed class LocalNest(Func<EventFeed> open) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StreamContent(new EventStream(open())) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Text.EventStream) } },
        });
}
