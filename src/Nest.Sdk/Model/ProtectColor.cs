using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>
/// The color of a Protect in the Nest app, which combines battery, smoke and carbon monoxide (<c>ui_color_state</c>).
/// See docs/protocol/works-with-nest.md#enumerations.
/// </summary>
/// <inheritdoc cref="IOpenEnum{TSelf}" path="/remarks"/>
[JsonConverter(typeof(OpenEnumConverter<ProtectColor>))]
public readonly record struct ProtectColor : IOpenEnum<ProtectColor>
{
    private readonly string? _word;

    private ProtectColor(string word) => _word = word;

    /// <summary>The device is offline. On the wire: <c>gray</c>.</summary>
    public static ProtectColor Gray { get; } = new("gray");

    /// <summary>The battery is good, and no smoke or carbon monoxide is detected. On the wire: <c>green</c>.</summary>
    public static ProtectColor Green { get; } = new("green");

    /// <summary>A warning, or the battery should be replaced. On the wire: <c>yellow</c>.</summary>
    public static ProtectColor Yellow { get; } = new("yellow");

    /// <summary>An emergency. On the wire: <c>red</c>.</summary>
    public static ProtectColor Red { get; } = new("red");

    /// <inheritdoc/>
    public static EquatableArray<ProtectColor> Known { get; } = [Gray, Green, Yellow, Red];

    /// <inheritdoc/>
    public bool IsAbsent => _word is null;

    /// <inheritdoc cref="IOpenEnum{TSelf}.From"/>
    public static ProtectColor From(string? word) => string.IsNullOrEmpty(word) ? default : new(word);

    /// <inheritdoc cref="IOpenEnum{TSelf}.ToString"/>
    public override string ToString() => _word ?? "";
}
