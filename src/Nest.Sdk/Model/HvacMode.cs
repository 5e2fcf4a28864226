using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>What a thermostat is set to do (<c>hvac_mode</c> and <c>previous_hvac_mode</c>, docs/protocol/works-with-nest.md#thermostats and #enumerations).</summary>
/// <remarks>An open set: an unknown word is kept and written back unchanged. The default value means absent. Words are compared case-sensitively.</remarks>
[JsonConverter(typeof(OpenEnumConverter<HvacMode>))]
public readonly record struct HvacMode : IOpenEnum<HvacMode>
{
    private readonly string? _word;

    private HvacMode(string word) => _word = word;

    /// <summary>Heat to the target temperature. On the wire: <c>heat</c>.</summary>
    public static HvacMode Heat { get; } = new("heat");

    /// <summary>Cool to the target temperature. On the wire: <c>cool</c>.</summary>
    public static HvacMode Cool { get; } = new("cool");

    /// <summary>Keep between the low and the high target temperature. On the wire: <c>heat-cool</c>.</summary>
    public static HvacMode HeatCool { get; } = new("heat-cool");

    /// <summary>Keep within the eco temperatures; setpoints cannot be written. On the wire: <c>eco</c>.</summary>
    public static HvacMode Eco { get; } = new("eco");

    /// <summary>Do nothing; setpoints cannot be written. On the wire: <c>off</c>.</summary>
    public static HvacMode Off { get; } = new("off");

    /// <inheritdoc/>
    public static EquatableArray<HvacMode> Known { get; } = [Heat, Cool, HeatCool, Eco, Off];

    /// <inheritdoc/>
    public bool IsAbsent => _word is null;

    /// <inheritdoc cref="IOpenEnum{TSelf}.From"/>
    public static HvacMode From(string? word) => string.IsNullOrEmpty(word) ? default : new(word);

    /// <inheritdoc cref="IOpenEnum{TSelf}.ToString"/>
    public override string ToString() => _word ?? "";
}
