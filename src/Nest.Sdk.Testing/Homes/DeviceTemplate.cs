using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Homes;

/// <summary>
/// The fields of all three kinds of devices. See docs/protocol/works-with-nest.md#fields-of-all-devices.
/// </summary>
internal static class DeviceTemplate
{
    public const string LastConnection = "2023-09-01T12:00:00.000Z";

    public static void Place(JsonObject device, string id, string structureId, string whereId, string where, string label, string product)
    {
        device["device_id"] = id;
        device["structure_id"] = structureId;
        device["name"] = where + Suffix(label);
        device["name_long"] = $"{where} {product}{Suffix(label)}";
        device["where_id"] = whereId;
        device["where_name"] = where;
        device["is_online"] = true;
    }

    /// <summary>Sets the label and replaces the old label in the names.</summary>
    public static void Rename(JsonObject device, string label)
    {
        var old = Suffix(device["label"].Text() ?? "");
        foreach (var name in (ReadOnlySpan<string>)["name", "name_long"])
        {
            if (device[name].Text() is { } text && text.EndsWith(old, StringComparison.Ordinal))
                device[name] = text[..^old.Length] + Suffix(label);
        }

        device["label"] = label;
    }

    private static string Suffix(string label) => label.Length == 0 ? "" : $" ({label})";
}
