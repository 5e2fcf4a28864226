using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>The status of the stream.</summary>
[JsonConverter(typeof(EnumWordConverter<ConnectionStatus>))]
public enum ConnectionStatus
{
    /// <summary>The stream is closed, because it has no subscriber. The default.</summary>
    Idle = 0,

    /// <summary>A first attempt is running. No document has arrived yet.</summary>
    Connecting,

    /// <summary>The stream is open and a document has arrived. The model is current.</summary>
    Connected,

    /// <summary>The stream was lost or could not be opened. The client waits or tries again.</summary>
    Reconnecting,

    /// <summary>The token was refused or revoked. No further attempt is made until the next subscription.</summary>
    Revoked,

    /// <summary>The client was disposed.</summary>
    Stopped,
}
