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
            body = JsonNode.Parse(call.Body.Span, documentOptions: Strict);
        }
        catch (JsonException)
        {
            return ErrorBodies.InvalidJson();
        }

        // The echo is what was sent, to the byte.
        return home.TryWrite(root => Apply(root, call.Path, body)) ?? new FakeAnswer(StatusCodes.Status200OK, call.Body);
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
