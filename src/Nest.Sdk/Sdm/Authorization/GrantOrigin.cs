using Nest.Sdk.Http;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>Where a refresh token was granted: no other server may receive it.</summary>
internal static class GrantOrigin
{
    /// <summary>The token endpoint that granted a token. Google's own when it was not recorded.</summary>
    public static Uri Of(NestToken grant) => grant.TokenEndpoint ?? new SdmOptions().TokenEndpoint;

    /// <summary>
    /// Whether a token endpoint has the origin that granted a token. Loopback addresses count as one origin: a fake takes
    /// another port each time.
    /// </summary>
    public static bool MayReceive(Uri tokenEndpoint, NestToken grant)
    {
        var granted = Of(grant);
        return (LoopbackAddress.Matches(granted) && LoopbackAddress.Matches(tokenEndpoint))
            || Uri.Compare(granted, tokenEndpoint, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
    }

    /// <summary>The origin of an address as text, without anything that could be secret.</summary>
    public static string Text(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.SafeUnescaped);
}
