using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests;

/// <summary>One open stream, read event by event. A wait that takes too long fails instead of hanging.</summary>
internal sealed class TestStream : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    public TestStream(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _events = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
    }

    public HttpResponseMessage Response => _response;

    /// <summary>The next event. Null at the regular end of the response.</summary>
    public async Task<SseItem<string>?> NextAsync() =>
        await _events.MoveNextAsync().AsTask().WaitAsync(Limit) ? _events.Current : null;

    public async Task<JsonNode> NextPutAsync()
    {
        var item = await NextAsync() ?? throw new InvalidOperationException("The stream ended before the expected put.");
        Assert.Equal("put", item.EventType);
        return JsonNode.Parse(item.Data)!;
    }

    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        try
        {
            await _events.DisposeAsync();
        }
        catch (NotSupportedException)
        {
            // A read is still in progress, because the test has stopped waiting for it.
        }
    }
}
