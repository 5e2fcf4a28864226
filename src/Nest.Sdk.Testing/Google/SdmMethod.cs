namespace Nest.Sdk.Testing.Google;

/// <summary>
/// The methods of the SDM API, with the names that its quota errors use. See
/// docs/protocol/smart-device-management.md#rest-calls.
/// </summary>
internal enum SdmMethod
{
    ListDevices,
    GetDevice,
    ListStructures,
    GetStructure,
    ListRooms,
    GetRoom,
    ExecuteDeviceCommand,
}
