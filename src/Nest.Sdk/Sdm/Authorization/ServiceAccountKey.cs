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
    /// <returns>
    /// The key, or the flaw of a text that is not such a file: the rest of a sentence, which never quotes the text.
    /// </returns>
    public static (ServiceAccountKey? Key, string? Flaw) Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(ByteOrderMark.Without(json));
            return FlawOf(document.RootElement) is { } flaw ? (null, $"{flaw} {Remedy}") : Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The message of the JSON reader quotes the text.
            return (null, $"is not whole JSON. {Remedy}");
        }
    }

    public void Dispose() => Key.Dispose();

    private static string? FlawOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return "is not a JSON object.";
        if (json.TryGetProperty("installed", out _) || json.TryGetProperty("web", out _))
            return "is the file of an OAuth client, not of a service account.";
        if (Text(json, "type") is not "service_account")
            return "is not the key of a service account: its type is not service_account.";
        if (Text(json, "client_email") is null)
            return "has no client_email.";
        if (Text(json, "private_key") is null)
            return "has no private_key.";
        return json.TryGetProperty("token_uri", out _) && !Uri.TryCreate(Text(json, "token_uri"), UriKind.Absolute, out _) ? "has a token_uri that is not an absolute URI." : null;
    }

    private static (ServiceAccountKey? Key, string? Flaw) Read(JsonElement json)
    {
        var endpoint = Text(json, "token_uri") is { } text ? new Uri(text) : null;
        return KeyOf(Text(json, "private_key")!) is { } key
            ? (new ServiceAccountKey(Text(json, "client_email")!, Text(json, "private_key_id"), endpoint, key), null)
            : (null, $"has a private_key that is not an RSA key in PEM. {Remedy}");
    }

    /// <returns>The key. Null when the text is not one.</returns>
    private static RSA? KeyOf(string pem)
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
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString() : null;
}
