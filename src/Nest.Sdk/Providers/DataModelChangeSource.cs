using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>How a change of the home became known.</summary>
[JsonConverter(typeof(EnumWordConverter<DataModelChangeSource>))]
public enum DataModelChangeSource
{
    /// <summary>The service sent it. The default.</summary>
    Stream = 0,

    /// <summary>
    /// The client found it in a list that it requested: the service sends no message for such a change, the message did
    /// not arrive, or the devices are polled.
    /// </summary>
    List,
}
