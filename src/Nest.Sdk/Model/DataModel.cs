using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;

namespace Nest.Sdk.Model;

/// <summary>
/// The complete home as visible to one token: the document at <c>/</c>. See
/// docs/protocol/works-with-nest.md#root-and-metadata.
/// </summary>
/// <remarks>
/// Immutable, with value equality. It contains access tokens only inside camera URLs, which <see cref="SecretUri"/>
/// masks.
/// </remarks>
[JsonConverter(typeof(WireConverter<DataModel>))]
public sealed record DataModel
{
    /// <summary>An empty model: the document <c>{}</c>.</summary>
    public static DataModel Empty { get; } = new();

    /// <summary>The metadata of the connection. <see cref="NestMetadata.Empty"/> when missing. Never null.</summary>
    public NestMetadata Metadata { get; init; } = NestMetadata.Empty;

    /// <summary>The devices. <see cref="Devices.Empty"/> when missing. Never null.</summary>
    public Devices Devices { get; init; } = Model.Devices.Empty;

    /// <summary>The structures (homes) by id. Empty without structures or without permission.</summary>
    public EquatableMap<Structure> Structures { get; init; }

    /// <summary>
    /// The unknown members, and the members whose value could not be read, unchanged. They are written back and are
    /// part of equality.
    /// </summary>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
