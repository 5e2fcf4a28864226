using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>
/// The current activity of the heating and cooling system (<c>hvac_state</c>). See
/// docs/protocol/works-with-nest.md#enumerations.
/// </summary>
/// <inheritdoc cref="IOpenEnum{TSelf}" path="/remarks"/>
[JsonConverter(typeof(OpenEnumConverter<HvacState>))]
public readonly record struct HvacState : IOpenEnum<HvacState>
{
    private readonly string? _word;

    private HvacState(string word) => _word = word;

    /// <summary>The system heats. On the wire: <c>heating</c>.</summary>
    public static HvacState Heating { get; } = new("heating");

    /// <summary>The system cools. On the wire: <c>cooling</c>.</summary>
    public static HvacState Cooling { get; } = new("cooling");

    /// <summary>The system neither heats nor cools. On the wire: <c>off</c>.</summary>
    public static HvacState Off { get; } = new("off");

    /// <inheritdoc/>
    public static EquatableArray<HvacState> Known { get; } = [Heating, Cooling, Off];

    /// <inheritdoc/>
    public bool IsAbsent => _word is null;

    /// <inheritdoc cref="IOpenEnum{TSelf}.From"/>
    public static HvacState From(string? word) => string.IsNullOrEmpty(word) ? default : new(word);

    /// <inheritdoc cref="IOpenEnum{TSelf}.ToString"/>
    public override string ToString() => _word ?? "";
}
