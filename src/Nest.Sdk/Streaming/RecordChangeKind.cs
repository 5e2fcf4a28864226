using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>How a record differs between two models.</summary>
[JsonConverter(typeof(EnumWordConverter<RecordChangeKind>))]
public enum RecordChangeKind
{
    /// <summary>The record was added. The default.</summary>
    Added = 0,

    /// <summary>The record has another value.</summary>
    Changed,

    /// <summary>The record was removed.</summary>
    Removed,
}
