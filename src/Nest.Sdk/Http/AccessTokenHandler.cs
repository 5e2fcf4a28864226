using System.Net.Http.Headers;
using Nest.Sdk.Secrets;

namespace Nest.Sdk.Http;

/// <summary>
/// Adds the token to the Authorization header of a copy of the request, below all handlers of the host, and masks it in
/// every response.
/// </summary>
/// <remarks>
/// No handler that logs or repeats requests may be below this one: the HTTP factory's logger passes the headers,
/// unmasked, to structured sinks, and a redirect or a retry sends the same request again. Above this handler the token
/// is an option of the request, in an object that does not print it.
/// </remarks>
internal sealed class AccessTokenHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The request option that carries the token.</summary>
    public static readonly HttpRequestOptionsKey<AccessToken> Token = new("Nest.Sdk.AccessToken");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Token, out var token))
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            var response = await base.SendAsync(WithToken(request, token), cancellationToken).ConfigureAwait(false);
            return Masked(response, request, new TokenMask(token));
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.InvalidResponse)
        {
            // The message quotes the line that could not be read, and the logger above would print it.
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "The response is not HTTP.");
        }
    }

    private static HttpRequestMessage WithToken(HttpRequestMessage request, AccessToken token)
    {
        var copy = RequestCopy.Of(request);
        // Typed, not Headers.Add: the FormatException of the untyped method quotes the value.
        copy.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        return copy;
    }

    /// <summary>
    /// Masks the token in the response. A server that puts the token into a header, such as Location, must not get it
    /// into the logs above.
    /// </summary>
    /// <returns>
    /// A copy over the same content, so the original is not disposed. Trailers stay with the original.
    /// </returns>
    private static HttpResponseMessage Masked(HttpResponseMessage response, HttpRequestMessage request, TokenMask mask)
    {
        var copy = new HttpResponseMessage(response.StatusCode) { Version = response.Version, Content = response.Content, RequestMessage = request };
        copy.ReasonPhrase = response.ReasonPhrase is null ? null : mask.Clean(response.ReasonPhrase);
        foreach (var (name, values) in response.Headers.NonValidated)
            Add(copy.Headers, name, values, mask);
        Clean(response.Content.Headers, mask);
        return copy;
    }

    private static void Clean(HttpContentHeaders headers, TokenMask mask)
    {
        var all = headers.NonValidated.ToList();
        headers.Clear();
        foreach (var (name, values) in all)
            Add(headers, name, values, mask);
    }

    private static void Add(HttpHeaders headers, string name, HeaderStringValues values, TokenMask mask)
    {
        // A name cannot be masked, because the mask's characters are valid in one. No component reads such a header, so
        // it is dropped.
        if (mask.Clean(name) == name)
            headers.TryAddWithoutValidation(name, values.Select(mask.Clean));
    }
}
