using System.Text.Json;
using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Collections;
using Nest.Sdk.Json;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>
/// The tokens that Google's token endpoint granted. See docs/protocol/smart-device-management.md#token-calls.
/// </summary>
/// <param name="Access">The access token.</param>
/// <param name="Refresh">The refresh token. Null in the response to a refresh.</param>
/// <param name="Scopes">The granted scopes. Empty when the server does not report them: then all that were asked for.</param>
/// <param name="Date">The time of the response by the server's clock.</param>
internal sealed record GoogleTokens(GrantedAccess Access, RefreshToken? Refresh, EquatableArray<string> Scopes, DateTimeOffset Date)
{
    /// <summary>The lifetime when the server does not report one. See docs/protocol/smart-device-management.md#token-lifetimes.</summary>
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(1);

    /// <returns>The tokens. Null when the body has no access token: it is a page, broken off, or something else.</returns>
    public static GoogleTokens? Read(OAuthResponse answer)
    {
        try
        {
            using var json = JsonDocument.Parse(ByteOrderMark.Without(answer.Body));
            var body = json.RootElement;
            return body.ValueKind == JsonValueKind.Object && AccessToken.TryParse(Text(body, "access_token"), out var access)
                ? new GoogleTokens(
                    new GrantedAccess(access, TokenLifetime.Read(body, answer.Date) ?? UsualLifetime),
                    RefreshToken.TryParse(Text(body, "refresh_token"), out var refresh) ? refresh : null,
                    [.. (Text(body, "scope") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                    answer.Date)
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
