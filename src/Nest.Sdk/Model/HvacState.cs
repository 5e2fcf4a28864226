using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>What the heating and cooling system does right now (<c>hvac_state</c>, docs/protocol/works-with-nest.md#thermostats and #enumerations).</summary>
/// <remarks>An open set: an unknown word is kept and written back unchanged. The default value means absent. Words are compared case-sensitively.</remarks>
[JsonConverter(typeof(OpenEnumConverter<HvacState>))]
public readonly record struct HvacState : IOpenEnum<HvacState>
{
    private readonly string? _word;

    private HvacState(string word) => _word = word;

    /// <summary>It heats. On the wire: <c>heating</c>.</summary>
    public static HvacState Heating { get; } = new("heating");

    /// <summary>It cools. On the wire: <c>cooling</c>.</summary>
    public static HvacState Cooling { get; } = new("cooling");

    /// <summary>It does neither. On the wire: <c>off</c>.</summary>
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
