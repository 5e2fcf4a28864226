using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Google;

/// <summary>Exchanges assertions of the fake's service account.</summary>
internal sealed class ServiceAccountToken(FakeGoogle google, GoogleClient client, TimeProvider time)
{
    /// <summary>Returns an access token with a scope.</summary>
    public async Task<string> IssueAsync(string scope)
    {
        using var response = await ExchangeAsync(Assertion(claims => claims["scope"] = scope));
        return (await Json.ReadAsync(response))["access_token"]!.ToString();
    }

    public Task<HttpResponseMessage> ExchangeAsync(string assertion) =>
        client.PostAsync(google.TokenEndpoint, ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), ("assertion", assertion));

    public string Assertion(Action<JsonObject>? edit = null, RSA? key = null)
    {
        var file = JsonNode.Parse(google.ServiceAccountKeyJson)!;
        using var own = RSA.Create();
        own.ImportFromPem(file["private_key"]!.ToString());
        var claims = new JsonObject
        {
            ["iss"] = file["client_email"]!.ToString(),
            ["scope"] = "https://www.googleapis.com/auth/pubsub",
            ["aud"] = file["token_uri"]!.ToString(),
            ["iat"] = time.GetUtcNow().ToUnixTimeSeconds(),
            ["exp"] = time.GetUtcNow().ToUnixTimeSeconds() + 3600,
        };
        edit?.Invoke(claims);
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = file["private_key_id"]!.ToString() };
        var data = $"{Encode(header)}.{Encode(claims)}";
        return $"{data}.{Base64Url.EncodeToString((key ?? own).SignData(Encoding.ASCII.GetBytes(data), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";

        static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
    }
}
