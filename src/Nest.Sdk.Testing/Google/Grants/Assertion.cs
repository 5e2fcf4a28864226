using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Google.Grants;

/// <summary>The signed assertion of a service account (a JSON Web Token, RFC 7523).</summary>
internal static class Assertion
{
    private const long LongestSeconds = 3600;

    // General knowledge: Google allows for clocks that are a little off.
    private const long SkewSeconds = 300;

    /// <summary>
    /// Returns the scopes that an assertion asks for, or the error and the description of its refusal.
    /// </summary>
    public static (IReadOnlyList<string>? Scopes, string? Error, string? Description) Check(
        string assertion, ServiceAccount account, IReadOnlyList<string> audiences, DateTimeOffset now)
    {
        if (assertion.Split('.') is not [var header, var claims, var signature] || Parse(header) is not { } head || Parse(claims) is not { } body)
            return Refuse("Invalid JWT: Failed audience check.");

        if (body["iss"].Text() != account.Email)
            return Refuse("Invalid grant: account not found");

        if (head["alg"].Text() is not "RS256" || head["kid"].Text() is { } kid && kid != account.KeyId || !IsSigned(account, $"{header}.{claims}", signature))
            return Refuse("Invalid JWT Signature.");

        if (!audiences.Contains(body["aud"].Text(), StringComparer.Ordinal))
            return Refuse("Invalid JWT: Failed audience check.");

        var second = now.ToUnixTimeSeconds();
        if (Seconds(body["iat"]) is not { } issued || Seconds(body["exp"]) is not { } expires
            || issued > second + SkewSeconds || expires <= second - SkewSeconds || expires - issued is <= 0 or > LongestSeconds)
        {
            return Refuse("Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.");
        }

        var scopes = GoogleScopes.Split(body["scope"].Text() ?? "");
        return scopes.Count > 0 && scopes.All(GoogleScopes.IsKnown) ? (scopes, null, null) : (null, "invalid_scope", "Invalid OAuth scope or ID token audience provided.");
    }

    private static (IReadOnlyList<string>?, string?, string?) Refuse(string description) => (null, "invalid_grant", description);

    private static JsonObject? Parse(string part)
    {
        try
        {
            return JsonNode.Parse(Base64Url.DecodeFromChars(part)) as JsonObject;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }

    private static bool IsSigned(ServiceAccount account, string data, string signature) =>
        Base64Url.IsValid(signature) && account.HasSigned(Encoding.UTF8.GetBytes(data), Base64Url.DecodeFromChars(signature));

    private static long? Seconds(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number && node.AsValue().TryGetValue<long>(out var seconds) ? seconds : null;
}
