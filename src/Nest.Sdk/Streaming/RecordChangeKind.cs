using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>What became of a record between two models.</summary>
[JsonConverter(typeof(EnumWordConverter<RecordChangeKind>))]
public enum RecordChangeKind
{
    /// <summary>It was not there before. The default.</summary>
    Added = 0,

    /// <summary>It was there before, with another value.</summary>
    Changed,

    /// <summary>It is not there any more.</summary>
    Removed,
}
