using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Streams;

/// <summary>
/// Serves event streams on WireMock's own port, before WireMock sees them: its own event streams block a pool thread
/// each and share one queue.
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
            // A path that does not exist gets the answer that a plain read gets.
            await AnswerWriter.WriteAsync(context.Response, answer(call)).ConfigureAwait(false);
            return;
        }

        try
        {
            if (!tokens.IsValid(call.Token))
            {
                // Revoked between the check at the gate and now.
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
        // The headers are sent at once: a stream that is held is open all the same.
        await context.Response.Body.FlushAsync(ending.Token).ConfigureAwait(false);
        await new StreamPump(stream, context, time, ending.Token).RunAsync().ConfigureAwait(false);
    }
}
