using System.Security.Cryptography;
using System.Text.Json;
using Nest.Sdk.Json;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>The key file of a service account. It prints nothing of the key.</summary>
internal sealed class ServiceAccountKey : IDisposable
{
    private const string Remedy = "Create a key of type JSON in the Google Cloud console (IAM & Admin, Service Accounts, Keys), and use the downloaded file.";

    private ServiceAccountKey(string account, string? keyId, Uri? tokenEndpoint, RSA key) => (Account, KeyId, TokenEndpoint, Key) = (account, keyId, tokenEndpoint, key);

    /// <summary>The address of the account.</summary>
    public string Account { get; }

    /// <summary>The id of the key. Null when the file has none.</summary>
    public string? KeyId { get; }

    /// <summary>The token endpoint. Null when the file has none.</summary>
    public Uri? TokenEndpoint { get; }

    public RSA Key { get; }

    /// <param name="json">The content of the file.</param>
    /// <exception cref="FormatException">
    /// The text is not such a file. The message is the rest of a sentence, and never quotes the text.
    /// </exception>
    public static ServiceAccountKey Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(ByteOrderMark.Without(json));
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The message of the JSON reader quotes the text.
            throw new FormatException($"is not whole JSON. {Remedy}");
        }
    }

    public void Dispose() => Key.Dispose();

    private static ServiceAccountKey Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new FormatException($"is not a JSON object. {Remedy}");
        if (json.TryGetProperty("installed", out _) || json.TryGetProperty("web", out _))
            throw new FormatException($"is the file of an OAuth client, not of a service account. {Remedy}");
        if (Text(json, "type") is not "service_account")
            throw new FormatException($"is not the key of a service account: its type is not service_account. {Remedy}");
        var account = Text(json, "client_email") ?? throw Missing("client_email");
        var pem = Text(json, "private_key") ?? throw Missing("private_key");
        return new ServiceAccountKey(account, Text(json, "private_key_id"), Endpoint(json), KeyOf(pem));
    }

    private static Uri? Endpoint(JsonElement json)
    {
        if (!json.TryGetProperty("token_uri", out _))
            return null;
        return Uri.TryCreate(Text(json, "token_uri"), UriKind.Absolute, out var endpoint) ? endpoint : throw new FormatException($"has a token_uri that is not an absolute URI. {Remedy}");
    }

    private static RSA KeyOf(string pem)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new FormatException($"has a private_key that is not an RSA key in PEM. {Remedy}");
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString() : null;

    private static FormatException Missing(string member) => new($"has no {member}. {Remedy}");
}
