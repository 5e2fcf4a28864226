using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>
/// Creates the address of the Partner Connections page, which lets the user pick homes before the consent. See
/// docs/protocol/smart-device-management.md#authorization-url.
/// </summary>
internal static class PartnerPage
{
    public static Uri Of(SdmAuthorizationOptions options, string project, string client, Uri redirect, string state, string? verifier)
    {
        var query = string.Join('&', Parameters(options, client, redirect, state, verifier).Select(static each => $"{each.Name}={Uri.EscapeDataString(each.Value)}"));
        return new Uri($"{options.AuthorizationEndpoint.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(project)}/auth?{query}");
    }

    private static IEnumerable<(string Name, string Value)> Parameters(SdmAuthorizationOptions options, string client, Uri redirect, string state, string? verifier) =>
    [
        ("client_id", client),
        // The original spelling, because it must match the registered one exactly.
        ("redirect_uri", redirect.OriginalString),
        ("response_type", "code"),
        ("scope", string.Join(' ', options.Scopes)),
        // Without these two there is no refresh token, or only at the first consent.
        ("access_type", "offline"),
        ("prompt", "consent"),
        ("state", state),
        .. Challenge(verifier),
    ];

    private static (string Name, string Value)[] Challenge(string? verifier) => verifier is null
        ? []
        : [("code_challenge", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))), ("code_challenge_method", "S256")];
}
