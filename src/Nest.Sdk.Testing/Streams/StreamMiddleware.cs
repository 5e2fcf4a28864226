using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Streams;

/// <summary>
/// Serves event streams on WireMock's port, ahead of WireMock. Event streams of WireMock would each block a pool thread
/// and share one queue.
/// </summary>
internal sealed class StreamMiddleware(StreamHub hub, TokenRegistry tokens, TimeProvider time, Func<FakeCall, FakeAnswer> answer, CancellationToken stopping)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var call = context.Features.Get<FakeCall>();
        if (call is not { IsStream: true })
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        if (tokens.Find(call.Token) is not { } grant || Subscribe(context, call, grant) is not { } stream)
        {
            // The answer for a missing path is the same as that of a plain read.
            await AnswerWriter.WriteAsync(context.Response, answer(call)).ConfigureAwait(false);
            return;
        }

        try
        {
            if (!tokens.IsValid(call.Token))
            {
                // The token was revoked after the check at the gate.
                stream.Send(StreamFrames.AuthRevoked(grant.Token), "auth_revoked");
                stream.End();
            }

            await ServeAsync(context, stream).ConfigureAwait(false);
        }
        finally
        {
            hub.Remove(stream);
        }
    }

    private StreamSubscription? Subscribe(HttpContext context, FakeCall call, Grant grant) => hub.Subscribe(
        new StreamRequest(context.Features.GetRequiredFeature<RecordedRequest>(), grant, context.Features.Get<OpeningScript>()), call.Path);

    private async Task ServeAsync(HttpContext context, StreamSubscription stream)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Connection = "keep-alive";
        // The headers are sent at once: a stream counts as open even while a fault holds it.
        await context.Response.Body.FlushAsync(ending.Token).ConfigureAwait(false);
        await new StreamPump(stream, context, time, ending.Token).RunAsync().ConfigureAwait(false);
    }
}
