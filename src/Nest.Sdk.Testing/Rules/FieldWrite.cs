using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>A write in either form of section 5, seen the same way: an owner in the document and the fields it shall get.</summary>
internal sealed record FieldWrite(OwnerKind Kind, string Id, JsonObject Owner, JsonObject Root, JsonObject Fields)
{
    /// <summary>The devices of a kind that say they are in this structure.</summary>
    public IEnumerable<(string Id, JsonObject Item)> Housemates(string collection)
    {
        var structureId = Kind == OwnerKind.Structure ? Id : Owner["structure_id"].Text();
        return Root["devices"].Child(collection).Items().Where(device => device.Item["structure_id"].Text() == structureId);
    }
}
