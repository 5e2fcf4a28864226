using System.Net.Http.Headers;
using System.Net.Mime;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Http.Once;
using Nest.Sdk.Sdm.Authorization;
using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Sdm.Rest;

/// <summary>
/// Reads from Google's API, each method within its limit. See docs/protocol/smart-device-management.md#rest-calls.
/// </summary>
/// <param name="settings">The address, the project and the timeouts.</param>
/// <param name="tokens">The access tokens.</param>
/// <param name="calls">The HTTP stack. It follows no redirects: the token goes to Google's host alone.</param>
/// <param name="paces">The paces of the user.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="time">The clock.</param>
internal sealed class SdmRest(SdmSettings settings, SdmTokens tokens, HttpMessageInvoker calls, SdmPaces paces, NestMetrics metrics, TimeProvider time)
{
    private readonly LimitedHttp _http = new(new HttpTimeouts(settings.ConnectTimeout, settings.ResponseTimeout, settings.ResponseTimeout), time);

    /// <summary>The project that all resources belong to: <c>enterprises/P</c>.</summary>
    public string Project { get; } = $"enterprises/{settings.ProjectId}";

    public Task<SdmAnswer> DevicesAsync(CancellationToken cancellationToken) => ReadAsync(SdmMethod.DevicesList, $"{Project}/devices", cancellationToken);

    /// <param name="device">The resource name of the device.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<SdmAnswer> DeviceAsync(string device, CancellationToken cancellationToken) => ReadAsync(SdmMethod.DevicesGet, device, cancellationToken);

    public Task<SdmAnswer> StructuresAsync(CancellationToken cancellationToken) => ReadAsync(SdmMethod.StructuresList, $"{Project}/structures", cancellationToken);

    /// <param name="structure">The resource name of the structure.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<SdmAnswer> RoomsAsync(string structure, CancellationToken cancellationToken) => ReadAsync(SdmMethod.RoomsList, $"{structure}/rooms", cancellationToken);

    /// <summary>Reads any resource.</summary>
    /// <param name="name">A valid resource name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<SdmAnswer> ResourceAsync(string name, CancellationToken cancellationToken) => ReadAsync(MethodOf(name), name, cancellationToken);

    private static SdmMethod MethodOf(string name) => name.Split('/') switch
    {
        [_, _, "devices"] => SdmMethod.DevicesList,
        [_, _, "devices", _] => SdmMethod.DevicesGet,
        [_, _, "structures"] => SdmMethod.StructuresList,
        [_, _, "structures", _] => SdmMethod.StructuresGet,
        [_, _, "structures", _, "rooms"] => SdmMethod.RoomsList,
        _ => SdmMethod.RoomsGet,
    };

    private async Task<SdmAnswer> ReadAsync(SdmMethod method, string name, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        Exception? failure = null;
        try
        {
            // Before the token is taken: it could expire while the call waits.
            await TurnAsync(method, cancellationToken).ConfigureAwait(false);
            var hasTurn = true;
            return await tokens.CallAsync(
                async token =>
                {
                    if (!hasTurn)
                        await TurnAsync(method, cancellationToken).ConfigureAwait(false);
                    hasTurn = false;
                    return await ReadOnceAsync(name, token, cancellationToken).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            failure = error;
            throw;
        }
        finally
        {
            metrics.Request("GET", time.GetElapsedTime(start), failure);
        }
    }

    private Task TurnAsync(SdmMethod method, CancellationToken cancellationToken) => paces.Of(method).WaitAsync(cancellationToken);

    private async Task<SdmAnswer> ReadOnceAsync(string name, AccessToken token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(name)) { Version = System.Net.HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Application.Json));
        request.Options.Set(AccessTokenHandler.Token, token);
        request.Options.Set(RequestKind.Option, RequestKind.Repeatable);
        var start = time.GetTimestamp();
        using var response = await _http.SendAsync(calls, request, cancellationToken).ConfigureAwait(false);
        var asOf = ServerClock.StartOf(response.Headers.Date, time.GetUtcNow(), time.GetElapsedTime(start));
        if (!response.IsSuccessStatusCode)
            throw SdmErrors.FromResponse(response, await _http.ErrorBodyAsync(response, cancellationToken).ConfigureAwait(false), token, settings.ProjectId, time);
        var body = await _http.BodyAsync(response, settings.MaxDocumentBytes, "Raise MaxDocumentBytes if that size is expected.", cancellationToken).ConfigureAwait(false);
        return new SdmAnswer(body, new SdmMoment(asOf, start), UserIdOf(response));
    }

    private Uri AddressOf(string name) => new UriBuilder(settings.Endpoint) { Path = $"{settings.Endpoint.AbsolutePath.TrimEnd('/')}/v1/{name}" }.Uri;

    private static string? UserIdOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("user-id", out var values) && values.ToString() is { Length: > 0 } id ? id : null;
}
