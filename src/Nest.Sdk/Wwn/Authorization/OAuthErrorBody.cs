using System.Text.Json;
using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Json;

namespace Nest.Sdk.Wwn.Authorization;

/// <summary>What an error of the authorization server says (see docs/protocol/works-with-nest.md#authorization-errors), free of the secrets that were sent.</summary>
internal sealed record OAuthErrorBody
{
    /// <summary>The code, such as <c>oauth2_error</c>; null when there is none.</summary>
    public string? Error { get; private init; }

    /// <summary>The server's words; null when it sent none.</summary>
    public string? Description { get; private init; }

    public string? InstanceId { get; private init; }

    /// <summary>The server's own message with its instance id, as a sentence to add behind ours; empty when it sent neither.</summary>
    public string Words => (Description ?? Error) is { } text ? $" The server says: \"{text}\"{Instance}." : InstanceId is not null ? $" The server gives the instance id {InstanceId}." : "";

    private string Instance => InstanceId is null ? "" : $" (instance {InstanceId})";

    /// <summary>Reads a body; one that is no error object gives an empty result.</summary>
    /// <param name="body">The body.</param>
    /// <param name="secrets">What must not come out again.</param>
    public static OAuthErrorBody Read(ReadOnlyMemory<byte> body, params IReadOnlyList<string> secrets)
    {
        try
        {
            using var json = JsonDocument.Parse(ByteOrderMark.Without(body));
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return new OAuthErrorBody();
            return new OAuthErrorBody
            {
                Error = ServerWords.Clean(Member(json.RootElement, "error"), secrets),
                // The data API's shape (see docs/protocol/works-with-nest.md#errors) has message and instance in their place.
                Description = ServerWords.Clean(Member(json.RootElement, "error_description") ?? Member(json.RootElement, "message"), secrets),
                InstanceId = ServerWords.Clean(Member(json.RootElement, "instance_id") ?? Member(json.RootElement, "instance"), secrets),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // HTML pages, empty bodies, broken escapes: the status alone must do.
            return new OAuthErrorBody();
        }
    }

    private static string? Member(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
