using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Channels;

namespace Nest.Sdk.Tests.Tools;

/// <summary>Answers each request with a stream that the test writes to.</summary>
internal sealed class StreamingHandler : HttpMessageHandler
{
    private readonly Channel<OpenStream> _opened = Channel.CreateUnbounded<OpenStream>();

    /// <summary>Tokens that get a 401.</summary>
    public ConcurrentDictionary<string, bool> Refused { get; } = new(StringComparer.Ordinal);

    public int OpenedEver { get; private set; }

    public async Task<OpenStream> NextAsync() => await _opened.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Limit);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var stream = new OpenStream(request.Headers.Authorization!.Parameter!);
        var answer = Refused.ContainsKey(stream.Token) ? new HttpResponseMessage(HttpStatusCode.Unauthorized) : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(stream.Body) };
        answer.Content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        OpenedEver++;
        _opened.Writer.TryWrite(stream);
        return Task.FromResult(answer);
    }

    internal sealed class OpenStream(string token)
    {
        private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0));

        public string Token => token;

        public Stream Body => _pipe.Reader.AsStream();

        public async Task PutAsync(string document) => await WriteAsync($"event: put\ndata: {{\"path\":\"/\",\"data\":{document}}}\n\n");

        /// <returns>Completes when the client has released the stream.</returns>
        public async Task ClosedAsync()
        {
            while (true)
            {
                var result = await WriteAsync(": still here?\n");
                if (result.IsCompleted)
                    return;
                await Task.Yield();
            }
        }

        public Task<FlushResult> WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

        public async Task<FlushResult> WriteAsync(byte[] bytes) => await _pipe.Writer.WriteAsync(bytes, TestContext.Current.CancellationToken);

        public void End() => _pipe.Writer.Complete();
    }
}
