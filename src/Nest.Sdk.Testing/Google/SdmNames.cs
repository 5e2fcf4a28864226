namespace Nest.Sdk.Testing.Google;

/// <summary>
/// The names of resources. Their last segment is the id in the home. See
/// docs/protocol/smart-device-management.md#resources.
/// </summary>
internal static class SdmNames
{
    public static string Device(string project, string id) => $"enterprises/{project}/devices/{id}";

    public static string Structure(string project, string id) => $"enterprises/{project}/structures/{id}";

    public static string Room(string project, string structureId, string id) => $"{Structure(project, structureId)}/rooms/{id}";
}
