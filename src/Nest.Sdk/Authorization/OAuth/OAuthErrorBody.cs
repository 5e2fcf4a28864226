using System.Text.Json;
using Nest.Sdk.Json;

namespace Nest.Sdk.Authorization.OAuth;

/// <summary>
/// The content of an error of the authorization server, without the secrets that were sent. See
/// docs/protocol/works-with-nest.md#authorization-errors and
/// docs/protocol/smart-device-management.md#authorization-errors.
/// </summary>
internal sealed record OAuthErrorBody
{
    /// <summary>The code, such as <c>oauth2_error</c>. Null when the server does not report it.</summary>
    public string? Error { get; private init; }

    /// <summary>The server's message. Null when the server does not report it.</summary>
    public string? Description { get; private init; }

    public string? InstanceId { get; private init; }

    /// <summary>
    /// The server's own message with its instance id, as a sentence that follows ours. Empty when it sent neither.
    /// </summary>
    public string Words => (Description ?? Error) is { } text ? $" The server says: \"{text}\"{Instance}." : InstanceId is not null ? $" The server gives the instance id {InstanceId}." : "";

    private string Instance => InstanceId is null ? "" : $" (instance {InstanceId})";

    /// <summary>Reads a body. A body that is not an error object gives an empty result.</summary>
    /// <param name="body">The body.</param>
    /// <param name="secrets">The secrets that must not appear in the result.</param>
    public static OAuthErrorBody Read(ReadOnlyMemory<byte> body, params IReadOnlyList<string> secrets)
    {
        try
        {
            using var json = JsonDocument.Parse(ByteOrderMark.Without(body));
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return new OAuthErrorBody();
            return new OAuthErrorBody
            {
                Error = ServerText.Clean(Member(json.RootElement, "error"), secrets),
                // The data API's format has message and instance instead (see docs/protocol/works-with-nest.md#errors).
                Description = ServerText.Clean(Member(json.RootElement, "error_description") ?? Member(json.RootElement, "message"), secrets),
                InstanceId = ServerText.Clean(Member(json.RootElement, "instance_id") ?? Member(json.RootElement, "instance"), secrets),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // HTML pages, empty bodies, invalid escapes: only the status is left.
            return new OAuthErrorBody();
        }
    }

    private static string? Member(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
