namespace Nest.Sdk.Streaming;

/// <summary>What a document says about the connection that it came by.</summary>
internal enum LinkArrival
{
    /// <summary>Nothing: the connection brought the home before. The default.</summary>
    None = 0,

    /// <summary>There is a connection, where there was none.</summary>
    Connected,

    /// <summary>A new connection has taken the place of another one that was open.</summary>
    HandedOver,
}
