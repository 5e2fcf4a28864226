using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>
/// Creates the signed statement that a service account exchanges for an access token: a JSON Web Token with RS256. See
/// docs/protocol/smart-device-management.md#identity-for-pubsub.
/// </summary>
internal static class ServiceAccountAssertion
{
    /// <summary>The longest that Google accepts.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <param name="key">The key. Not used by another thread meanwhile.</param>
    /// <param name="audience">The token endpoint.</param>
    /// <param name="scopes">The scopes.</param>
    /// <param name="now">The time of issue.</param>
    public static string Create(ServiceAccountKey key, Uri audience, IEnumerable<string> scopes, DateTimeOffset now)
    {
        var header = Encoded(json =>
        {
            json.WriteString("alg", "RS256");
            json.WriteString("typ", "JWT");
            if (key.KeyId is { } id)
                json.WriteString("kid", id);
        });
        var claims = Encoded(json =>
        {
            json.WriteString("iss", key.Account);
            json.WriteString("scope", string.Join(' ', scopes));
            json.WriteString("aud", audience.OriginalString);
            json.WriteNumber("iat", now.ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + Lifetime).ToUnixTimeSeconds());
        });
        var signature = key.Key.SignData(System.Text.Encoding.ASCII.GetBytes($"{header}.{claims}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{header}.{claims}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encoded(Action<Utf8JsonWriter> write)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Base64Url.EncodeToString(text.ToArray());
    }
}
