using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// Finds the target of a write (see docs/protocol/works-with-nest.md#writes): form A names a device or structure, form
/// B one field of it, a bundle several.
/// </summary>
internal static class WriteTarget
{
    /// <summary>
    /// The one device or structure that the write changes, or a refusal; neither for a bundle that names none.
    /// </summary>
    public static (FieldWrite? Write, Refusal? Refusal) Find(JsonObject root, DocumentPath path, JsonNode? body)
    {
        var (kind, depth) = Owner(path);
        if (path.Segments.Count < depth)
            return FindInBundle(root, path, body);

        if (!path.Take(depth).TryFind(root, out var node) || node is not JsonObject owner)
            return (null, Missing(kind, path));

        if (kind is not { } known || path.Segments.Count - depth > 1)
            return (null, RefuseElsewhere(root, path, body));

        var fields = path.Segments.Count == depth ? body as JsonObject : new JsonObject { [path.Segments[^1]] = body?.DeepClone() };
        return fields is null
            ? (null, Refusal.NotWritable)
            : (new FieldWrite(known, path.Segments[depth - 1], owner, root, fields), null);
    }

    /// <summary>The kind of owner a path leads to or through, and how many segments lead to it.</summary>
    private static (OwnerKind? Kind, int Depth) Owner(DocumentPath path) => path.Segments switch
    {
        [] => (null, 1),
        ["structures", ..] => (OwnerKind.Structure, 2),
        ["devices", "thermostats", ..] => (OwnerKind.Thermostat, 3),
        ["devices", "smoke_co_alarms", ..] => (OwnerKind.Protect, 3),
        ["devices", "cameras", ..] => (OwnerKind.Camera, 3),
        ["devices", ..] => (null, 3),
        _ => (null, 1),
    };

    /// <summary>Writes are shallow: of a bundle only the first owner is changed, though all of it is echoed.</summary>
    private static (FieldWrite? Write, Refusal? Refusal) FindInBundle(JsonObject root, DocumentPath path, JsonNode? body)
    {
        if (!path.TryFind(root, out _))
            return (null, Refusal.NotFound);

        if (body is not JsonObject members)
            return (null, Refusal.NotWritable);

        return members
            .Select(member => Find(root, path.Append(member.Key), member.Value))
            .FirstOrDefault(found => found is not (null, null));
    }

    // Section 12.2 has a text for thermostats only.
    private static Refusal Missing(OwnerKind? kind, DocumentPath path) =>
        kind == OwnerKind.Thermostat ? Refusal.Uncaptured($"Invalid thermostat id: {path.Segments[2]}") : Refusal.NotFound;

    /// <summary>A place that belongs to the service: metadata, a company's branch, the inside of a field.</summary>
    private static Refusal RefuseElsewhere(JsonObject root, DocumentPath path, JsonNode? body) =>
        path.TryFind(root, out _)
            ? NestRules.NoWritePermission(body is JsonObject fields ? fields.Select(field => field.Key) : path.Segments.TakeLast(1))
            : Refusal.NotFound;
}
