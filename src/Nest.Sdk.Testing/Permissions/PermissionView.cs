using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Permissions;

/// <summary>The document as one token sees it: fields it has no permission for are not there, at any depth.</summary>
internal static class PermissionView
{
    /// <summary>The document itself when the token sees everything; read it only.</summary>
    public static JsonObject Of(JsonObject root, FakePermissions held, int acceptedUpdates)
    {
        if (held == FakePermissions.All && acceptedUpdates == 0)
            return root;

        return Copy(root, name => ShowsBranch(held, name), (name, value) => name switch
        {
            "devices" => CopyDevices(value, held),
            "structures" => CopyItems(value, field => PermissionTable.ShowsStructureField(held, field)),
            "metadata" => CopyMetadata(value, acceptedUpdates),
            _ => value?.DeepClone(),
        });
    }

    private static bool ShowsBranch(FakePermissions held, string branch) => branch switch
    {
        "devices" => PermissionTable.ShowsAnyDevice(held),
        "structures" => held != FakePermissions.None,
        _ => true,
    };

    private static JsonNode? CopyDevices(JsonNode? devices, FakePermissions held) => devices is JsonObject kinds
        ? Copy(kinds, kind => PermissionTable.ShowsDevices(held, kind), (kind, collection) =>
            kind is "cameras" ? CopyItems(collection, field => PermissionTable.ShowsCameraField(held, field)) : collection?.DeepClone())
        : devices?.DeepClone();

    /// <summary>
    /// <c>client_version</c> counts the changes of permissions that the user has accepted (see
    /// docs/protocol/works-with-nest.md#versioning).
    /// </summary>
    private static JsonNode? CopyMetadata(JsonNode? metadata, int acceptedUpdates)
    {
        var copy = metadata?.DeepClone();
        if (copy is JsonObject fields && TemperatureScales.TryRead(fields["client_version"], out var version))
            fields["client_version"] = version + acceptedUpdates;

        return copy;
    }

    private static JsonNode? CopyItems(JsonNode? collection, Func<string, bool> shows) => collection is JsonObject items
        ? Copy(items, _ => true, (_, item) => item is JsonObject fields ? CopyFields(fields, shows) : item?.DeepClone())
        : collection?.DeepClone();

    private static JsonObject CopyFields(JsonObject fields, Func<string, bool> shows) =>
        Copy(fields, shows, (name, value) => name is "last_event" && value is JsonObject last ? CopyFields(last, shows) : value?.DeepClone());

    private static JsonObject Copy(JsonObject source, Func<string, bool> shows, Func<string, JsonNode?, JsonNode?> copyMember) =>
        new(source.Where(member => shows(member.Key)).Select(member => KeyValuePair.Create(member.Key, copyMember(member.Key, member.Value))));
}
