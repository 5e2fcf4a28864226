using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>
/// The mode of a thermostat (<c>hvac_mode</c> and <c>previous_hvac_mode</c>). See
/// docs/protocol/works-with-nest.md#enumerations.
/// </summary>
/// <inheritdoc cref="IOpenEnum{TSelf}" path="/remarks"/>
[JsonConverter(typeof(OpenEnumConverter<HvacMode>))]
public readonly record struct HvacMode : IOpenEnum<HvacMode>
{
    private readonly string? _word;

    private HvacMode(string word) => _word = word;

    /// <summary>Heats to the target temperature. On the wire: <c>heat</c>.</summary>
    public static HvacMode Heat { get; } = new("heat");

    /// <summary>Cools to the target temperature. On the wire: <c>cool</c>.</summary>
    public static HvacMode Cool { get; } = new("cool");

    /// <summary>
    /// Heats and cools to stay between the low and the high target temperature. On the wire: <c>heat-cool</c>.
    /// </summary>
    public static HvacMode HeatCool { get; } = new("heat-cool");

    /// <summary>
    /// Heats and cools to stay between the eco temperatures. Target temperatures cannot be written. On the wire:
    /// <c>eco</c>.
    /// </summary>
    public static HvacMode Eco { get; } = new("eco");

    /// <summary>Neither heats nor cools. Target temperatures cannot be written. On the wire: <c>off</c>.</summary>
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
