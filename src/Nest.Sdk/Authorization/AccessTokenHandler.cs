using System.Net.Http.Headers;

namespace Nest.Sdk.Authorization;

/// <summary>Puts the token into the Authorization header, right above the socket, and takes it out again.</summary>
/// <remarks>
/// It must be the innermost handler: the HTTP factory's logger hands the headers it sees, unmasked, to structured sinks, and a redirect sends the same request again.
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
            // Typed, not Headers.Add: the FormatException of the untyped form quotes the value.
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Mask(response.Headers, token);
            Mask(response.Content.Headers, token);
            return response;
        }
        finally
        {
            request.Headers.Authorization = null;
        }
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
