using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Data;

/// <summary>Plain reads and writes of the data model (sections 4 and 5). Permissions and rate limits would be asked here, before anything else.</summary>
internal sealed class DataEndpoint(LiveHome home, TimeProvider time)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public FakeAnswer Answer(FakeCall call) =>
        call.IsRead ? Read(call) : call.IsWrite ? Write(call) : ErrorBodies.MethodNotAllowed();

    private FakeAnswer Read(FakeCall call) =>
        home.Read(call.Path) is { } json ? new FakeAnswer(StatusCodes.Status200OK, json) : ErrorBodies.NotFound();

    private FakeAnswer Write(FakeCall call)
    {
        JsonNode? body;
        try
        {
            ThrowIfNoText(call.Body.Span);
            body = JsonNode.Parse(call.Body.Span, documentOptions: Strict);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return ErrorBodies.InvalidJson();
        }

        // The echo is what was sent, to the byte.
        return home.TryWrite(root => Apply(root, call.Path, body), call) ?? new FakeAnswer(StatusCodes.Status200OK, call.Body);
    }

    /// <summary>Invalid UTF-8 and half surrogate pairs pass the parser, but no document can be written with them.</summary>
    private static void ThrowIfNoText(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                reader.GetString();
            }
        }
    }

    private FakeAnswer? Apply(JsonObject root, DocumentPath path, JsonNode? body)
    {
        if (FieldWrite.Resolve(root, path, body) is not { } write)
        {
            return RefuseTarget(root, path, body);
        }

        if (NestRules.Check(write) is { } refusal)
        {
            return refusal;
        }

        WriteEffects.Apply(write, time.GetUtcNow());
        return null;
    }

    /// <summary>Nothing there, or a place that as a whole belongs to the service: the root, a collection, the inside of a field.</summary>
    private static FakeAnswer RefuseTarget(JsonObject root, DocumentPath path, JsonNode? body) =>
        path.TryFind(root, out _)
            ? NestRules.NoWritePermission(body is JsonObject fields ? fields.Select(field => field.Key) : path.Segments.TakeLast(1))
            : ErrorBodies.NotFound();
}
