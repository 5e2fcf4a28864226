using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;

namespace Nest.Sdk.Model;

/// <summary>
/// The metadata of the connection: <c>metadata</c> of the document. See
/// docs/protocol/works-with-nest.md#root-and-metadata.
/// </summary>
/// <remarks>The access token next to these fields on the wire is never stored.</remarks>
[JsonConverter(typeof(WireConverter<NestMetadata>))]
public sealed record NestMetadata
{
    /// <summary>Empty metadata.</summary>
    public static NestMetadata Empty { get; } = new();

    /// <summary>
    /// The client version that the user accepted last. It starts at 1 and grows by 1 with each change of the
    /// permissions. Null when the service does not report it.
    /// </summary>
    public int? ClientVersion { get; init; }

    /// <summary>The obfuscated id of the user. Null when the service does not report it.</summary>
    public string? UserId { get; init; }

    /// <summary>
    /// The service that the home was read from. Absent in a document of Works with Nest, which does not report it.
    /// </summary>
    public NestBackend Backend { get; init; }

    /// <inheritdoc cref="DataModel.ExtensionData"/>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
