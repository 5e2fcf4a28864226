using System.Net.Http.Headers;

namespace Nest.Sdk.Authorization;

/// <summary>Puts the token into the Authorization header. What lies below decides which hosts a request may reach.</summary>
internal sealed class AccessTokenHandler(AccessToken token, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // Typed, not Headers.Add: the FormatException of the untyped form quotes the value.
    private readonly AuthenticationHeaderValue _header = new("Bearer", token.Reveal());

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = _header;
        return base.SendAsync(request, cancellationToken);
    }
}
