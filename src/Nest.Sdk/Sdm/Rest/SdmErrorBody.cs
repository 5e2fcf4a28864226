using System.Text.Json;
using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Json;

namespace Nest.Sdk.Sdm.Rest;

/// <summary>
/// The parts of Google's error body that callers can use. See
/// docs/protocol/smart-device-management.md#error-body.
/// </summary>
internal sealed record SdmErrorBody
{
    /// <summary>Google's complete message on one line. Null when Google does not report it.</summary>
    public string? Text { get; private init; }

    /// <summary>The name of the status, such as <c>PERMISSION_DENIED</c>. Null when Google does not report it.</summary>
    public string? Status { get; private init; }

    /// <summary>
    /// The reason in <c>details[]</c>, such as <c>SERVICE_DISABLED</c>. Null when Google does not report it.
    /// </summary>
    public string? Reason { get; private init; }

    /// <summary>The first link in <c>details[]</c>. Null when Google does not report it.</summary>
    public Uri? Link { get; private init; }

    /// <summary>Whether the body is Google's error object.</summary>
    public bool IsError { get; private init; }

    /// <summary>Whether the token lacks a scope, which some answers say in their message alone.</summary>
    public bool IsMissingScope => Reason == "ACCESS_TOKEN_SCOPE_INSUFFICIENT" || Text?.Contains("insufficient authentication scopes", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Google's own message, as a sentence that follows ours. Empty without a message.</summary>
    public string Words => Text is null ? "" : $" Google says: \"{Text}\"{(Status is null ? "" : $" ({Status})")}.";

    /// <summary>Reads a body. A body that is not an error object gives an empty result.</summary>
    /// <param name="body">The body.</param>
    /// <param name="token">The token of the call, to mask.</param>
    public static SdmErrorBody Read(ReadOnlyMemory<byte> body, AccessToken token)
    {
        try
        {
            using var json = JsonDocument.Parse(ByteOrderMark.Without(body));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                ? Read(error, token)
                : new SdmErrorBody();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Web pages, empty bodies, invalid escapes: only the HTTP status is left.
            return new SdmErrorBody();
        }
    }

    private static SdmErrorBody Read(JsonElement error, AccessToken token)
    {
        List<JsonElement> details = error.TryGetProperty("details", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(static detail => detail.ValueKind == JsonValueKind.Object)]
            : [];
        return new SdmErrorBody
        {
            IsError = true,
            Text = Clean(Member(error, "message")),
            Status = Clean(Member(error, "status")),
            Reason = Clean(details.Select(static detail => Member(detail, "reason")).FirstOrDefault(static reason => reason is not null)),
            Link = details.SelectMany(Links).FirstOrDefault(link => Clean(link.AbsoluteUri) == link.AbsoluteUri),
        };

        string? Clean(string? text) => ServerText.Clean(text, token.Reveal());
    }

    private static IEnumerable<Uri> Links(JsonElement detail)
    {
        if (!detail.TryGetProperty("links", out var links) || links.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var link in links.EnumerateArray())
        {
            if (link.ValueKind == JsonValueKind.Object && Uri.TryCreate(Member(link, "url"), UriKind.Absolute, out var address) && IsOfGoogle(address))
                yield return address;
        }
    }

    /// <summary>A user follows the link, so it must be a page of Google's.</summary>
    private static bool IsOfGoogle(Uri address) => address.Scheme == Uri.UriSchemeHttps && (address.IdnHost == "google.com" || address.IdnHost.EndsWith(".google.com", StringComparison.OrdinalIgnoreCase));

    private static string? Member(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
