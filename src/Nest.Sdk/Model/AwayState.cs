using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>
/// Whether someone is in the structure (<c>away</c>). See docs/protocol/works-with-nest.md#enumerations.
/// </summary>
/// <inheritdoc cref="IOpenEnum{TSelf}" path="/remarks"/>
[JsonConverter(typeof(OpenEnumConverter<AwayState>))]
public readonly record struct AwayState : IOpenEnum<AwayState>
{
    private readonly string? _word;

    private AwayState(string word) => _word = word;

    /// <summary>Someone is in the structure. On the wire: <c>home</c>.</summary>
    public static AwayState Home { get; } = new("home");

    /// <summary>No one is in the structure. On the wire: <c>away</c>.</summary>
    public static AwayState Away { get; } = new("away");

    /// <summary>
    /// The thermostat detected that no one is in the structure. Legacy: replaced by <see cref="Away"/> in late 2016.
    /// Never writable. On the wire: <c>auto-away</c>.
    /// </summary>
    public static AwayState AutoAway { get; } = new("auto-away");

    /// <summary>The structure has no device that detects it. Never writable. On the wire: <c>unknown</c>.</summary>
    public static AwayState Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public static EquatableArray<AwayState> Known { get; } = [Home, Away, AutoAway, Unknown];

    /// <inheritdoc/>
    public bool IsAbsent => _word is null;

    /// <inheritdoc cref="IOpenEnum{TSelf}.From"/>
    public static AwayState From(string? word) => string.IsNullOrEmpty(word) ? default : new(word);

    /// <inheritdoc cref="IOpenEnum{TSelf}.ToString"/>
    public override string ToString() => _word ?? "";
}
