using System.Net;
using Nest.Sdk.Http.Once;

namespace Nest.Sdk.Http;

/// <summary>
/// Follows 307 with the same method, body and Authorization, but only to allowed hosts. A repeatable request follows
/// 308 too.
/// </summary>
/// <remarks>
/// HttpClient's own redirects drop Authorization at every hop, so the data host would answer 401. See
/// docs/protocol/works-with-nest.md#redirects.
/// </remarks>
internal sealed class AllowedRedirectHandler(RedirectRules rules, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MaxHops = 5;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var hops = 0; ; hops++)
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (!IsFollowed(request, response.StatusCode))
                return response;
            using (response)
                request.RequestUri = Target(request.RequestUri!, response.Headers.Location, hops);
        }
    }

    /// <summary>
    /// Whether the redirect is followed. These two preserve the method; any other 3xx is a server error and is reported
    /// above. Only a 307 is known to have applied nothing. See docs/protocol/works-with-nest.md#redirects.
    /// </summary>
    private static bool IsFollowed(HttpRequestMessage request, HttpStatusCode status) =>
        status == HttpStatusCode.TemporaryRedirect || (status == HttpStatusCode.PermanentRedirect && RequestKind.IsRepeatable(request));

    private Uri Target(Uri from, Uri? location, int hops)
    {
        if (location is null)
            throw new NestProtocolException($"{from.Authority} redirects without a Location header.");
        if (hops == MaxHops)
            throw Refused($"{from.Authority} redirects in a loop. Gave up after {MaxHops} hops.");
        var to = location.IsAbsoluteUri ? location : new Uri(from, location);
        return rules.Allows(from, to)
            ? to
            : throw Refused($"{from.Authority} redirects to {to.Scheme}://{to.Authority}, which is not an allowed host. " +
                "Nothing was sent there. If you trust that host, add it to AllowedHosts (HTTPS only).");
    }

    private static NestConnectionException Refused(string message) => new(message) { Reason = DisconnectReason.RedirectRefused };
}
