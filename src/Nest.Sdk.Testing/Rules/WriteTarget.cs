using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// Finds the target of a write. Form A addresses a device or structure, form B one of its fields, a bundle several
/// devices or structures. See docs/protocol/works-with-nest.md#writes.
/// </summary>
internal static class WriteTarget
{
    /// <summary>
    /// Returns the device or structure that the write changes, or a refusal. Returns neither for a bundle without a
    /// device or structure.
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

    /// <summary>Returns the kind of the device or structure on a path, and the number of segments up to it.</summary>
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

    /// <summary>
    /// Finds the target in a bundle. Writes are shallow: only the first device or structure is changed, although the
    /// whole bundle is echoed.
    /// </summary>
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

    // A text is known for thermostats only.
    private static Refusal Missing(OwnerKind? kind, DocumentPath path) =>
        kind == OwnerKind.Thermostat ? Refusal.Uncaptured($"Invalid thermostat id: {path.Segments[2]}") : Refusal.NotFound;

    /// <summary>
    /// Refuses a path that clients cannot write: metadata, a company's branch, or the inside of a field.
    /// </summary>
    private static Refusal RefuseElsewhere(JsonObject root, DocumentPath path, JsonNode? body) =>
        path.TryFind(root, out _)
            ? NestRules.NoWritePermission(body is JsonObject fields ? fields.Select(field => field.Key) : path.Segments.TakeLast(1))
            : Refusal.NotFound;
}
