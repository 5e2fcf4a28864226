using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Streams;

/// <summary>
/// Serves event streams on WireMock's own port, before WireMock sees them: its own event streams block a pool thread each and share one queue.
/// </summary>
internal sealed class StreamMiddleware(StreamHub hub, TokenBook tokens, CancellationToken stopping)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var call = context.Features.Get<FakeCall>();
        if (call is not { IsStream: true } || tokens.Find(call.Token) is not { } grant || grant.Home.Subscribe(grant, call.Path) is not { } stream)
        {
            // A path that does not exist gets the answer that a plain read gets.
            await next(context).ConfigureAwait(false);
            return;
        }

        try
        {
            if (!tokens.IsValid(call.Token))
            {
                // Revoked between the check at the door and now.
                stream.Send(StreamFrames.AuthRevoked(grant.Token));
                stream.Close();
            }

            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await ServeAsync(context, stream, ending.Token).ConfigureAwait(false);
        }
        finally
        {
            hub.Remove(stream);
        }
    }

    private async Task ServeAsync(HttpContext context, StreamSubscription stream, CancellationToken cancellationToken)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Connection = "keep-alive";
        // The headers go out by themselves: a stream that is held is open all the same.
        await context.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        await stream.PumpAsync(context.Response.Body, hub.Flow, cancellationToken).ConfigureAwait(false);
    }
}
