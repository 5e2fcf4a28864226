using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Json;

namespace Nest.Sdk.Wwn;

/// <summary>
/// The parts of an error body that callers can use. Reads both formats: that of the data API (see
/// docs/protocol/works-with-nest.md#errors) and that of the authorization server (see
/// docs/protocol/works-with-nest.md#authorization-errors).
/// </summary>
internal sealed record WwnErrorBody
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The service's complete message on one line, without the token. Null when the service does not report it.
    /// </summary>
    public string? Text { get; private init; }

    /// <summary>The stable part of <c>type</c>, after the <c>#</c>.</summary>
    public string? Anchor { get; private init; }

    public string? InstanceId { get; private init; }

    /// <summary>
    /// The instance id for the end of a sentence, such as <c> (instance 31441a94)</c>. Empty when the service does not
    /// report it.
    /// </summary>
    public string Instance => InstanceId is null ? "" : $" (instance {InstanceId})";

    /// <summary>The body as received, without the token. Null when it is not an object.</summary>
    public WwnServerError? Whole { get; private init; }

    /// <summary>
    /// Whether the body is an error object: it has a non-empty <c>error</c>, or the <c>type</c> of an error that
    /// decides how a stream continues.
    /// </summary>
    public bool IsError { get; private init; }

    /// <summary>
    /// The service's own message with its instance id, as a sentence that follows ours. Empty when it sent neither.
    /// </summary>
    /// <param name="who">Who says it.</param>
    public string Words(string who) => Text is not null ? $" {who} says: \"{Text}\"{Instance}." : InstanceId is not null ? $" {who} gives the instance id {InstanceId}." : "";

    /// <summary>Reads a body. A body that is not an error object gives an empty result.</summary>
    /// <param name="body">The body.</param>
    /// <param name="token">The token of the call, to mask.</param>
    /// <param name="status">The status of the response. Null inside a stream.</param>
    /// <param name="isText">Whether text that is not JSON is a message, as in the error event of a stream.</param>
    public static WwnErrorBody Read(ReadOnlyMemory<byte> body, AccessToken token, int? status = null, bool isText = false)
    {
        try
        {
            using var json = JsonDocument.Parse(ByteOrderMark.Without(body));
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Object => Read(json.RootElement, token, status),
                JsonValueKind.String => new WwnErrorBody { Text = Clean(json.RootElement.GetString(), token) },
                _ => new WwnErrorBody(),
            };
        }
        catch (JsonException) when (isText && ServerText.OfPlainText(body.Span) is not null)
        {
            return new WwnErrorBody { Text = Clean(ServerText.OfPlainText(body.Span), token) };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // HTML pages, empty bodies, invalid escapes: only the status is left.
            return new WwnErrorBody();
        }
    }

    private static WwnErrorBody Read(JsonElement body, AccessToken token, int? status)
    {
        // The documentation URL changed its host and path over the years, but not its anchor.
        var anchor = Clean(Member(body, "type")?.Split('#') is [.., _, { Length: > 0 } name] ? name : Known(body), token);
        return new WwnErrorBody
        {
            Whole = new WwnServerError
            {
                Status = status,
                Reason = Mask(Member(body, "error"), token),
                Message = Mask(Member(body, "message") ?? Member(body, "error_description"), token),
                Type = Mask(Member(body, "type"), token),
                Anchor = anchor,
                InstanceId = Mask(Member(body, "instance") ?? Member(body, "instance_id"), token),
                Details = Details(body, token),
            },
            Text = Clean(Member(body, "message") ?? Member(body, "error_description") ?? Member(body, "error"), token),
            Anchor = anchor,
            InstanceId = Clean(Member(body, "instance") ?? Member(body, "instance_id"), token),
            IsError = anchor is "blocked" or "auth-error" || (body.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null && !string.IsNullOrWhiteSpace(error.ToString())),
        };
    }

    private static Dictionary<string, string> Details(JsonElement body, AccessToken token)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        if (body.TryGetProperty("details", out var given) && given.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in given.EnumerateObject())
                details[Mask(member.Name, token)] = Mask(Variable(member.Value), token);
        }

        return details;
    }

    /// <summary>
    /// Gets a text unchanged, and anything else as JSON, written again because an escape in it may hide the token.
    /// </summary>
    private static string Variable(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString()!;
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Plain))
            value.WriteTo(writer);
        return Encoding.UTF8.GetString(json.ToArray());
    }

    /// <summary>
    /// Gets the anchor of short forms without one, which were seen for the two errors that decide how a stream
    /// continues.
    /// </summary>
    private static string? Known(JsonElement body) => Member(body, "error")?.ToUpperInvariant() switch
    {
        "BLOCKED" => "blocked",
        "UNAUTHORIZED" => "auth-error",
        _ => null,
    };

    private static string? Member(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Clean(string? text, AccessToken token) => ServerText.Clean(text, token.Reveal());

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Mask(string? text, AccessToken token) => text is null ? null : new SecretMask([token.Reveal()]).Apply(text);
}
