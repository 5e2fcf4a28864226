using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;

namespace Nest.Sdk.Model;

/// <summary>
/// All devices that the permissions cover: <c>devices</c> of the document. See
/// docs/protocol/works-with-nest.md#root-and-metadata.
/// </summary>
/// <remarks>
/// Company branches are in <see cref="ExtensionData"/>. See docs/protocol/works-with-nest.md#company-branch.
/// </remarks>
[JsonConverter(typeof(WireConverter<Devices>))]
public sealed record Devices
{
    /// <summary>An empty collection of devices.</summary>
    public static Devices Empty { get; } = new();

    /// <summary>The thermostats by id. Empty without thermostats or without permission.</summary>
    public EquatableMap<Thermostat> Thermostats { get; init; }

    /// <summary>The Protects by id. Empty without Protects or without permission.</summary>
    public EquatableMap<SmokeCoAlarm> SmokeCoAlarms { get; init; }

    /// <summary>The cameras by id. Empty without cameras or without permission.</summary>
    public EquatableMap<Camera> Cameras { get; init; }

    /// <inheritdoc cref="DataModel.ExtensionData"/>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
