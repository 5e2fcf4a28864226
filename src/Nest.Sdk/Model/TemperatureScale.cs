using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>
/// The scale of a temperature, or of the display of a thermostat (<c>temperature_scale</c>). See
/// docs/protocol/works-with-nest.md#enumerations.
/// </summary>
/// <inheritdoc cref="IOpenEnum{TSelf}" path="/remarks"/>
[JsonConverter(typeof(OpenEnumConverter<TemperatureScale>))]
public readonly record struct TemperatureScale : IOpenEnum<TemperatureScale>
{
    private readonly string? _word;

    private TemperatureScale(string word) => _word = word;

    /// <summary>Degrees Celsius, in steps of 0.5 °C on the wire. On the wire: <c>C</c>.</summary>
    public static TemperatureScale Celsius { get; } = new("C");

    /// <summary>Degrees Fahrenheit, in steps of 1 °F on the wire. On the wire: <c>F</c>.</summary>
    public static TemperatureScale Fahrenheit { get; } = new("F");

    /// <inheritdoc/>
    public static EquatableArray<TemperatureScale> Known { get; } = [Celsius, Fahrenheit];

    /// <inheritdoc/>
    public bool IsAbsent => _word is null;

    /// <inheritdoc cref="IOpenEnum{TSelf}.From"/>
    public static TemperatureScale From(string? word) => string.IsNullOrEmpty(word) ? default : new(word);

    /// <inheritdoc cref="IOpenEnum{TSelf}.ToString"/>
    public override string ToString() => _word ?? "";
}
