namespace Nest.Sdk.Streaming;

/// <summary>What a document shows about its connection.</summary>
internal enum LinkArrival
{
    /// <summary>The connection already provided the home before. The default.</summary>
    None = 0,

    /// <summary>A connection is established after there was none.</summary>
    Connected,

    /// <summary>A new connection has replaced another open one.</summary>
    HandedOver,
}
