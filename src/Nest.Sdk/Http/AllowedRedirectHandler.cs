using System.Net;
using Nest.Sdk.Http.Once;

namespace Nest.Sdk.Http;

/// <summary>Follows 307 by hand, with method, body and Authorization, but only to allowed hosts. A repeatable request follows 308 too.</summary>
/// <remarks>HttpClient's own redirects drop Authorization at every hop, so the data host would answer 401. See docs/protocol/works-with-nest.md#redirects.</remarks>
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

    /// <summary>These two keep the method; any other 3xx is the server's mistake and is reported as such above. Of 307 alone it is known that it applied nothing. See docs/protocol/works-with-nest.md#redirects.</summary>
    private static bool IsFollowed(HttpRequestMessage request, HttpStatusCode status) =>
        status == HttpStatusCode.TemporaryRedirect || (status == HttpStatusCode.PermanentRedirect && RequestKind.IsRepeatable(request));

    private Uri Target(Uri from, Uri? location, int hops)
    {
        if (location is null)
            throw new NestProtocolException($"{from.Authority} redirects without saying where to.");
        if (hops == MaxHops)
            throw Refused($"{from.Authority} redirects in circles: gave up after {MaxHops} hops.");
        var to = location.IsAbsoluteUri ? location : new Uri(from, location);
        return rules.Allows(from, to)
            ? to
            : throw Refused($"{from.Authority} redirects to {to.Scheme}://{to.Authority}, which is not allowed to see the token. " +
                "Nothing was sent there. If you trust that host, add it to AllowedHosts (https only).");
    }

    private static NestConnectionException Refused(string message) => new(message) { Reason = DisconnectReason.RedirectRefused };
}
