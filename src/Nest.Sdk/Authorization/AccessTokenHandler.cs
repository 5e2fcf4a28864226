using System.Net.Http.Headers;

namespace Nest.Sdk.Authorization;

/// <summary>Puts the token into the Authorization header of a copy of the request, right above the socket.</summary>
/// <remarks>
/// It must be the innermost handler: the HTTP factory's logger hands the headers it sees, unmasked, to structured sinks, and a redirect or a retry sends the same request again.
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
        var response = await base.SendAsync(WithToken(request, token), cancellationToken).ConfigureAwait(false);
        response.RequestMessage = request;
        Mask(response.Headers, token);
        Mask(response.Content.Headers, token);
        return response;
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
    private static void Mask(HttpHeaders headers, AccessToken token)
    {
        List<(string Name, string Value)>? spilt = null;
        foreach (var (name, values) in headers.NonValidated)
        {
            var value = values.ToString();
            // Host names lose their case on the way.
            if (value.Contains(token.Reveal(), StringComparison.OrdinalIgnoreCase))
                (spilt ??= []).Add((name, value.Replace(token.Reveal(), "***", StringComparison.OrdinalIgnoreCase)));
        }

        foreach (var (name, value) in spilt ?? [])
        {
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value);
        }
    }
}
