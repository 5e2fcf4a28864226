using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Permissions;

/// <summary>The view of a document for one token. Omits fields without permission, at any depth.</summary>
internal static class PermissionView
{
    /// <summary>
    /// Returns the view. It must not be changed: it is the document itself when the token has all permissions and no
    /// device has a member for Google.
    /// </summary>
    public static JsonObject Of(JsonObject root, FakePermissions held, int acceptedUpdates)
    {
        if (held == FakePermissions.All && acceptedUpdates == 0 && !GoogleMember.IsIn(root))
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
        ? Copy(kinds, kind => PermissionTable.ShowsDevices(held, kind), (kind, collection) => kind switch
        {
            "cameras" => CopyItems(collection, field => field != GoogleMember.Name && PermissionTable.ShowsCameraField(held, field)),
            "thermostats" => CopyItems(collection, field => field != GoogleMember.Name),
            _ => collection?.DeepClone(),
        })
        : devices?.DeepClone();

    /// <summary>
    /// Copies the metadata. <c>client_version</c> counts the permission changes that the user has accepted. See
    /// docs/protocol/works-with-nest.md#versioning.
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
