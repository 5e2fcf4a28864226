using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>What the stream is doing.</summary>
[JsonConverter(typeof(EnumWordConverter<ConnectionStatus>))]
public enum ConnectionStatus
{
    /// <summary>Nobody needs the stream: it is closed. The default.</summary>
    Idle = 0,

    /// <summary>A first attempt is under way; no document has come yet.</summary>
    Connecting,

    /// <summary>The stream is open and has brought a document: the model is current.</summary>
    Connected,

    /// <summary>The stream was lost or could not be opened. The client waits, or tries again.</summary>
    Reconnecting,

    /// <summary>The token was refused or revoked. There is no further attempt until somebody subscribes again.</summary>
    Revoked,

    /// <summary>The client was disposed.</summary>
    Stopped,
}
