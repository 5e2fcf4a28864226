using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;

namespace Nest.Sdk.Model;

/// <summary>A whole home as one token sees it: the document at <c>/</c>. See docs/protocol/works-with-nest.md#root-and-metadata.</summary>
/// <remarks>Immutable and comparable by value. It holds no access token but those inside camera URLs, which <see cref="SecretUri"/> masks.</remarks>
[JsonConverter(typeof(WireConverter<DataModel>))]
public sealed record DataModel
{
    /// <summary>A model with nothing in it, as the document <c>{}</c> gives.</summary>
    public static DataModel Empty { get; } = new();

    /// <summary>What the server tells about the connection; <see cref="NestMetadata.Empty"/> when missing, never null.</summary>
    public NestMetadata Metadata { get; init; } = NestMetadata.Empty;

    /// <summary>All devices; <see cref="Devices.Empty"/> when missing, never null.</summary>
    public Devices Devices { get; init; } = Model.Devices.Empty;

    /// <summary>Structures (homes) by their id; empty when there are none, or without permission.</summary>
    public EquatableMap<Structure> Structures { get; init; }

    /// <summary>Members this version does not know, and members whose value could not be read, as they came. They are written back and take part in equality.</summary>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
