namespace Nest.Sdk.Sdm.Rest;

/// <summary>The reading methods of the API, each of which has a limit of its own.</summary>
internal enum SdmMethod
{
    /// <summary><c>devices.list</c>.</summary>
    DevicesList = 0,

    /// <summary><c>devices.get</c>.</summary>
    DevicesGet,

    /// <summary><c>structures.list</c>.</summary>
    StructuresList,

    /// <summary><c>structures.get</c>.</summary>
    StructuresGet,

    /// <summary><c>rooms.list</c>.</summary>
    RoomsList,

    /// <summary><c>rooms.get</c>, and any other read of Google's own JSON.</summary>
    RoomsGet,
}
