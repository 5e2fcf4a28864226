using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google;

/// <summary>A method of the SDM API, with the ids in its resource name.</summary>
/// <param name="Method">The method.</param>
/// <param name="Project">The project id.</param>
/// <param name="Parent">The structure of a room. Null for other methods.</param>
/// <param name="Id">The id of the resource. Null for a list.</param>
internal sealed record SdmRoute(SdmMethod Method, string Project, string? Parent = null, string? Id = null)
{
    private const string Command = ":executeCommand";

    /// <summary>The name of the resource, without <c>/v1/</c>.</summary>
    public string Name => Method switch
    {
        SdmMethod.GetDevice or SdmMethod.ExecuteDeviceCommand => SdmNames.Device(Project, Id!),
        SdmMethod.GetStructure => SdmNames.Structure(Project, Id!),
        SdmMethod.ListRooms => SdmNames.Structure(Project, Parent!),
        SdmMethod.GetRoom => SdmNames.Room(Project, Parent!, Id!),
        _ => $"enterprises/{Project}",
    };

    /// <summary>Returns the method of a call. Null when the API has no such address.</summary>
    public static SdmRoute? Of(FakeCall call)
    {
        var segments = Array.ConvertAll(call.RawPath.Split('/')[1..], Uri.UnescapeDataString);
        if (segments is not ["v1", "enterprises", { Length: > 0 } project, .. var rest] || Array.Exists(rest, part => part.Length == 0))
            return null;

        if (HttpMethods.IsPost(call.Method))
        {
            return rest is ["devices", var device] && device.EndsWith(Command, StringComparison.Ordinal)
                ? new SdmRoute(SdmMethod.ExecuteDeviceCommand, project, Id: device[..^Command.Length])
                : null;
        }

        return !call.IsRead ? null : rest switch
        {
            ["devices"] => new SdmRoute(SdmMethod.ListDevices, project),
            ["devices", var id] => new SdmRoute(SdmMethod.GetDevice, project, Id: id),
            ["structures"] => new SdmRoute(SdmMethod.ListStructures, project),
            ["structures", var id] => new SdmRoute(SdmMethod.GetStructure, project, Id: id),
            ["structures", var parent, "rooms"] => new SdmRoute(SdmMethod.ListRooms, project, parent),
            ["structures", var parent, "rooms", var id] => new SdmRoute(SdmMethod.GetRoom, project, parent, id),
            _ => null,
        };
    }
}
