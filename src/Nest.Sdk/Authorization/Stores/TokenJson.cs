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
            if (token.Endpoint is { } endpoint)
                json.WriteString("endpoint", endpoint.OriginalString);
            if (token.TokenEndpoint is { } tokenEndpoint)
                json.WriteString("token_endpoint", tokenEndpoint.OriginalString);
            if (token.GrantedAt is { } granted)
                json.WriteString("granted_at", granted);
            if (token.RefreshedAt is { } refreshed)
                json.WriteString("refreshed_at", refreshed);
            if (token.ProjectId is { } project)
                json.WriteString("project_id", project);
            if (token.Subscription is { } subscription)
                json.WriteString("subscription", subscription);
            json.WriteEndObject();
        }

        text.WriteByte((byte)'\n');
        return text.ToArray();
    }

    /// <returns>
    /// The token. Null when the text is damaged: not an object, no token in it, a token with invalid characters, or an
    /// endpoint that is not an absolute address. Unknown members are ignored, and the next write loses them.
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

    /// <summary>
    /// Says what is wrong with a text that <see cref="Read(ReadOnlyMemory{byte})"/> refuses, without quoting it.
    /// </summary>
    /// <returns>The end of a sentence. Null when there is nothing special to say.</returns>
    public static string? FlawOf(ReadOnlyMemory<byte> text)
    {
        if (text.IsEmpty)
            return "it is empty.";
        try
        {
            using var json = JsonDocument.Parse(ByteOrderMark.Without(text));
            // A file with a refresh token alone is fine.
            if (json.RootElement.TryGetProperty("access_token", out var access))
                AccessToken.Parse(access.GetString()!);
            if (json.RootElement.TryGetProperty("refresh_token", out var refresh))
                RefreshToken.Parse(refresh.GetString()!);
            return null;
        }
        catch (JsonException)
        {
            return "it is not whole JSON.";
        }
        catch (ArgumentException flaw) when (flaw.ParamName == "value")
        {
            return flaw.Message.Replace(" (Parameter 'value')", "", StringComparison.Ordinal);
        }
        catch (Exception odd) when (odd is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static NestToken? Read(JsonElement json)
    {
        var isWhole = TryRead(json, "access_token", AccessToken.TryParse, out AccessToken? access) & TryRead(json, "refresh_token", RefreshToken.TryParse, out RefreshToken? refresh)
            & TryRead(json, "endpoint", TryAddress, out Uri? endpoint) & TryRead(json, "token_endpoint", TryAddress, out Uri? tokenEndpoint);
        return isWhole && (access is not null || refresh is not null)
            ? new NestToken
            {
                AccessToken = access,
                ExpiresAt = Time(json, "expires_at"),
                RefreshToken = refresh,
                Scopes = Scopes(json),
                Endpoint = endpoint,
                TokenEndpoint = tokenEndpoint,
                GrantedAt = Time(json, "granted_at"),
                RefreshedAt = Time(json, "refreshed_at"),
                ProjectId = Text(json, "project_id"),
                Subscription = Text(json, "subscription"),
            }
            : null;
    }

    private delegate bool Parser<T>(string? text, out T? value);

    /// <returns>
    /// False when the member exists and its value is invalid. An invalid endpoint must not read as the default one: the
    /// token would go there.
    /// </returns>
    private static bool TryRead<T>(JsonElement json, string name, Parser<T> parse, out T? value)
    {
        value = default;
        return !json.TryGetProperty(name, out var member) || (member.ValueKind == JsonValueKind.String && parse(member.GetString(), out value));
    }

    private static bool TryAddress(string? text, out Uri? address) => Uri.TryCreate(text, UriKind.Absolute, out address);

    private static DateTimeOffset? Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

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
