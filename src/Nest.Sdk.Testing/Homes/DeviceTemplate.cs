using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Homes;

/// <summary>What all three device kinds share (section 8.3).</summary>
internal static class DeviceTemplate
{
    public const string Epoch = "1970-01-01T00:00:00.000Z";
    public const string LastConnection = "2023-09-01T12:00:00.000Z";

    public static void Place(JsonObject device, string id, JsonObject structure, string where, string label, string product)
    {
        var suffix = label.Length == 0 ? "" : $" ({label})";
        device["device_id"] = id;
        device["structure_id"] = structure["structure_id"]!.DeepClone();
        device["name"] = where + suffix;
        device["name_long"] = $"{where} {product}{suffix}";
        device["where_id"] = StructureTemplate.AddWhere(structure, where);
        device["where_name"] = where;
        device["is_online"] = true;
    }
}
