using System.Text.Json;

namespace Nest.Sdk.Authorization.Stores;

/// <summary>The text of a token file. By hand: an object in between would hold the secret as a plain property.</summary>
internal static class TokenJson
{
    public static byte[] Write(NestToken token)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("access_token", token.AccessToken.Reveal());
            if (token.ExpiresAt is { } expiry)
                json.WriteString("expires_at", expiry);
            json.WriteEndObject();
        }

        text.WriteByte((byte)'\n');
        return text.ToArray();
    }

    /// <returns>Null when it is no such text. Members that a later version adds do no harm.</returns>
    public static NestToken? Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("access_token", out var value) && value.ValueKind == JsonValueKind.String
                && AccessToken.TryParse(value.GetString(), out var token)
                ? new NestToken { AccessToken = token, ExpiresAt = Expiry(json.RootElement) }
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static DateTimeOffset? Expiry(JsonElement token) =>
        token.TryGetProperty("expires_at", out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var expiry) ? expiry : null;
}
