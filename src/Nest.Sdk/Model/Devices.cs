using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model.Json;

namespace Nest.Sdk.Model;

/// <summary>All devices the permissions allow to see: <c>devices</c> of the document. See docs/protocol/works-with-nest.md#root-and-metadata.</summary>
/// <remarks>Branches of companies (see docs/protocol/works-with-nest.md#company-branch) are in <see cref="ExtensionData"/>.</remarks>
[JsonConverter(typeof(WireConverter<Devices>))]
public sealed record Devices
{
    /// <summary>No device at all.</summary>
    public static Devices Empty { get; } = new();

    /// <summary>Thermostats by their id; empty when there are none, or without permission.</summary>
    public EquatableMap<Thermostat> Thermostats { get; init; }

    /// <summary>Protects by their id; empty when there are none, or without permission.</summary>
    public EquatableMap<SmokeCoAlarm> SmokeCoAlarms { get; init; }

    /// <summary>Cameras by their id; empty when there are none, or without permission.</summary>
    public EquatableMap<Camera> Cameras { get; init; }

    /// <summary>Members this version does not know, and members whose value could not be read, as they came. They are written back and take part in equality.</summary>
    public EquatableMap<RawJson> ExtensionData { get; init; }
}
