using System.Text.Json;
using Nest.Sdk.Collections;
using Nest.Sdk.Json;

namespace Nest.Sdk.Authorization.Stores;

/// <summary>
/// Reads and writes the text of a token file. Without a serializer, whose intermediate object would hold the secrets as
/// plain properties.
/// </summary>
internal static class TokenJson
{
    public static byte[] Write(NestToken token)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            if (token.AccessToken is { } access)
                json.WriteString("access_token", access.Reveal());
            if (token.ExpiresAt is { } expiry)
                json.WriteString("expires_at", expiry);
            if (token.RefreshToken is { } refresh)
                json.WriteString("refresh_token", refresh.Reveal());
            WriteScopes(json, token.Scopes);
            json.WriteEndObject();
        }

        text.WriteByte((byte)'\n');
        return text.ToArray();
    }

    /// <returns>
    /// The token. Null when the text is damaged: not an object, no token in it, or a token with invalid characters.
    /// Unknown members are ignored, and the next write loses them.
    /// </returns>
    public static NestToken? Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var json = JsonDocument.Parse(ByteOrderMark.Without(text));
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static NestToken? Read(JsonElement json)
    {
        var isWhole = TryRead(json, "access_token", AccessToken.TryParse, out AccessToken? access) & TryRead(json, "refresh_token", RefreshToken.TryParse, out RefreshToken? refresh);
        return isWhole && (access is not null || refresh is not null)
            ? new NestToken { AccessToken = access, ExpiresAt = Expiry(json), RefreshToken = refresh, Scopes = Scopes(json) }
            : null;
    }

    private delegate bool Parser<T>(string? text, out T? value);

    /// <returns>False when the member exists and is not a valid secret.</returns>
    private static bool TryRead<T>(JsonElement json, string name, Parser<T> parse, out T? secret)
    {
        secret = default;
        return !json.TryGetProperty(name, out var value) || (value.ValueKind == JsonValueKind.String && parse(value.GetString(), out secret));
    }

    private static DateTimeOffset? Expiry(JsonElement json) =>
        json.TryGetProperty("expires_at", out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var expiry) ? expiry : null;

    private static EquatableArray<string> Scopes(JsonElement json) =>
        json.TryGetProperty("scopes", out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(static scope => scope.ValueKind == JsonValueKind.String).Select(static scope => scope.GetString()!)]
            : [];

    private static void WriteScopes(Utf8JsonWriter json, EquatableArray<string> scopes)
    {
        if (scopes.IsEmpty)
            return;
        json.WriteStartArray("scopes");
        foreach (var scope in scopes)
            json.WriteStringValue(scope);
        json.WriteEndArray();
    }
}
