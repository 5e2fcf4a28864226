using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Data;

/// <summary>A write in either form of section 5, seen the same way: an owner in the document and the fields it shall get.</summary>
internal sealed record FieldWrite(OwnerKind Kind, JsonObject Owner, JsonObject Fields)
{
    /// <summary>Null when the path leads neither to an owner nor to a field of one, or form A brings no object.</summary>
    public static FieldWrite? Resolve(JsonObject root, DocumentPath path, JsonNode? body)
    {
        var (kind, depth) = path.Segments switch
        {
            ["structures", ..] => (OwnerKind.Structure, 2),
            ["devices", "thermostats", ..] => (OwnerKind.Thermostat, 3),
            ["devices", "smoke_co_alarms", ..] => (OwnerKind.Protect, 3),
            ["devices", "cameras", ..] => (OwnerKind.Camera, 3),
            _ => (default, int.MaxValue),
        };
        if (path.Segments.Count != depth && path.Segments.Count - 1 != depth)
        {
            return null;
        }

        if (!path.Take(depth).TryFind(root, out var node) || node is not JsonObject owner)
        {
            return null;
        }

        var fields = path.Segments.Count == depth ? body as JsonObject : new JsonObject { [path.Segments[^1]] = body };
        return fields is null ? null : new FieldWrite(kind, owner, fields);
    }
}
