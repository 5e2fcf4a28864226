using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// A write to a device or structure in the document, with its new fields. See docs/protocol/works-with-nest.md#writes.
/// </summary>
internal sealed record FieldWrite(OwnerKind Kind, string Id, JsonObject Owner, JsonObject Root, JsonObject Fields)
{
    /// <summary>Returns the devices of a kind in the same structure.</summary>
    public IEnumerable<(string Id, JsonObject Item)> DevicesInStructure(string collection)
    {
        var structureId = Kind == OwnerKind.Structure ? Id : Owner["structure_id"].Text();
        return Root["devices"].Child(collection).Items().Where(device => device.Item["structure_id"].Text() == structureId);
    }
}
