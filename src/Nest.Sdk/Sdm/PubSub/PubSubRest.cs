using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using Nest.Sdk.Http;
using Nest.Sdk.Http.Once;
using Nest.Sdk.Sdm.Authorization;
using Nest.Sdk.Sdm.Rest;

namespace Nest.Sdk.Sdm.PubSub;

/// <summary>
/// The calls for one subscription with one identity. None of them changes a device, and each may be repeated. See
/// docs/protocol/smart-device-management.md#pubsub-calls.
/// </summary>
/// <param name="settings">The subscription and the timeouts.</param>
/// <param name="tokens">The access tokens.</param>
/// <param name="calls">The HTTP stack for short calls. It follows no redirects.</param>
/// <param name="pulls">The HTTP stack for pulls, which wait on the server.</param>
/// <param name="time">The clock.</param>
internal sealed class PubSubRest(PubSubSettings settings, SdmTokens tokens, HttpMessageInvoker calls, HttpMessageInvoker pulls, TimeProvider time)
{
    private static readonly byte[] PullBody = """{"maxMessages":100}"""u8.ToArray();

    private readonly LimitedHttp _call = new(new HttpTimeouts(settings.ConnectTimeout, settings.ResponseTimeout, settings.ResponseTimeout), time);
    private readonly LimitedHttp _pull = new(new HttpTimeouts(settings.ConnectTimeout, settings.PullTimeout, settings.PullTimeout), time);

    /// <summary>The largest number of ids for one call, so that its body stays small.</summary>
    public static int MostIds => 1000;

    /// <summary>Waits for messages, until there are some or the server ends the wait.</summary>
    /// <exception cref="NestException">The pull failed.</exception>
    public Task<PulledBatch> PullAsync(CancellationToken cancellationToken) => CallAsync("pull", PullBody, _pull, pulls, ReadBatchAsync, cancellationToken);

    /// <summary>Acknowledges deliveries.</summary>
    /// <param name="ids">Their ids: at least one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="NestException">The call failed. The messages may be delivered again.</exception>
    public Task AcknowledgeAsync(IReadOnlyList<ReadOnlyMemory<byte>> ids, CancellationToken cancellationToken) =>
        CallAsync("acknowledge", Body(ids, null), _call, calls, static (_, _) => Task.FromResult(true), cancellationToken);

    /// <summary>Changes the deadline of deliveries, counted from now. Zero delivers them again at once.</summary>
    /// <param name="ids">Their ids: at least one.</param>
    /// <param name="seconds">0 to 600 s.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="NestException">The call failed. The messages may be delivered again.</exception>
    public Task ModifyDeadlineAsync(IReadOnlyList<ReadOnlyMemory<byte>> ids, int seconds, CancellationToken cancellationToken) =>
        CallAsync("modifyAckDeadline", Body(ids, seconds), _call, calls, static (_, _) => Task.FromResult(true), cancellationToken);

    /// <summary>Drops everything that was published before now.</summary>
    /// <exception cref="NestException">The call failed.</exception>
    public Task DropBacklogAsync(CancellationToken cancellationToken) =>
        CallAsync("seek", Encoding.UTF8.GetBytes($$"""{"time":"{{time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)}}"}"""), _call, calls, static (_, _) => Task.FromResult(true), cancellationToken);

    private Task<T> CallAsync<T>(string verb, byte[] body, LimitedHttp limits, HttpMessageInvoker http, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        tokens.CallAsync(token => CallOnceAsync(verb, body, limits, http, read, token, cancellationToken), cancellationToken);

    private async Task<T> CallOnceAsync<T>(string verb, byte[] body, LimitedHttp limits, HttpMessageInvoker http, Func<HttpResponseMessage, CancellationToken, Task<T>> read, AccessToken token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(verb)) { Version = System.Net.HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) } };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Application.Json));
        request.Options.Set(AccessTokenHandler.Token, token);
        request.Options.Set(RequestKind.Option, RequestKind.Repeatable);
        using var response = await limits.SendAsync(http, request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw PubSubErrors.FromResponse(response, await limits.ErrorBodyAsync(response, cancellationToken).ConfigureAwait(false), token, settings.Subscription, time);
        return await read(response, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PulledBatch> ReadBatchAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // When the headers have arrived, which is all that a wait on the server delays.
        var offset = ServerClock.OffsetOf(response.Headers.Date, time.GetUtcNow());
        try
        {
            var body = await _pull.BodyAsync(response, settings.MaxResponseBytes, "Raise MaxDocumentBytes if that size is expected.", cancellationToken).ConfigureAwait(false);
            return new PulledBatch(PullResponse.Read(body), offset);
        }
        catch (NestConnectionException slow) when (slow.Reason is DisconnectReason.ResponseTimeout or DisconnectReason.IdleTimeout)
        {
            // The server was there, so this is no lost connection. What it was about to deliver is delivered again.
            return new PulledBatch([], offset);
        }
    }

    private Uri AddressOf(string verb) => new UriBuilder(settings.Endpoint) { Path = $"{settings.Endpoint.AbsolutePath.TrimEnd('/')}/v1/{settings.Subscription}:{verb}" }.Uri;

    private static byte[] Body(IReadOnlyList<ReadOnlyMemory<byte>> ids, int? seconds)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write("""{"ackIds":["""u8);
        for (var i = 0; i < ids.Count; i++)
        {
            buffer.Write(i == 0 ? "\""u8 : ",\""u8);
            buffer.Write(ids[i].Span);
            buffer.Write("\""u8);
        }

        buffer.Write("]"u8);
        if (seconds is { } deadline)
            buffer.Write(Encoding.UTF8.GetBytes($",\"ackDeadlineSeconds\":{deadline.ToString(CultureInfo.InvariantCulture)}"));
        buffer.Write("}"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
