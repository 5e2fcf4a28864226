using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;

namespace Nest.Sdk.Model;

/// <summary>What the server tells about the connection: <c>metadata</c> of the document. See docs/protocol/works-with-nest.md#root-and-metadata.</summary>
/// <remarks>The access token that stands beside these fields on the wire is never kept.</remarks>
[JsonConverter(typeof(WireConverter<NestMetadata>))]
public sealed record NestMetadata
{
    /// <summary>Metadata with nothing in it.</summary>
    public static NestMetadata Empty { get; } = new();

    /// <summary>The last client version this user accepted, from 1; it grows by 1 with each change of the permissions. Null when the service does not report it.</summary>
    public int? ClientVersion { get; init; }

    /// <summary>The obfuscated id of the user. Null when the service does not report it.</summary>
    public string? UserId { get; init; }

    /// <summary>Members this version does not know, and members whose value could not be read, as they came. They are written back and take part in equality.</summary>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
