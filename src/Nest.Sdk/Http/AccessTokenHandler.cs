using System.Net.Http.Headers;
using Nest.Sdk.Secrets;

namespace Nest.Sdk.Http;

/// <summary>Puts the token into the Authorization header of a copy of the request, below all handlers of the host, and lets it come back in no answer.</summary>
/// <remarks>
/// Nothing that logs or repeats may come below it: the HTTP factory's logger hands the headers it sees, unmasked, to structured sinks, and a redirect or a retry sends the same request again.
/// Until here the token travels as an option of the request, as an object that does not print.
/// </remarks>
internal sealed class AccessTokenHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Where a request carries the token.</summary>
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
            // Its text quotes the line that could not be read, and the logger above would print it.
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "The answer is not HTTP.");
        }
    }

    /// <summary>A copy, never disposed since it shares the content: an attempt that a handler above has given up may still be on its way when the next one is logged.</summary>
    private static HttpRequestMessage WithToken(HttpRequestMessage request, AccessToken token)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version, VersionPolicy = request.VersionPolicy, Content = request.Content };
        foreach (var (name, values) in request.Headers.NonValidated)
            copy.Headers.TryAddWithoutValidation(name, values);
        foreach (var (name, value) in request.Options)
            copy.Options.Set(new HttpRequestOptionsKey<object?>(name), value);
        // Typed, not Headers.Add: the FormatException of the untyped form quotes the value.
        copy.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        return copy;
    }

    /// <summary>A server knows the token too: one that puts it into a header, an address to go to say, must not get it into the logs above.</summary>
    /// <returns>A copy over the same content, so the original is not disposed. What comes behind the body (trailers) stays with the original.</returns>
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
        // A name cannot be masked: the mask's own characters are allowed in one, but nobody knows such a header.
        if (mask.Clean(name) == name)
            headers.TryAddWithoutValidation(name, values.Select(mask.Clean));
    }
}
