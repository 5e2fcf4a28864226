using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>Whether the people of a structure are there (<c>away</c>, docs/protocol/works-with-nest.md#structures and #enumerations).</summary>
/// <remarks>An open set: an unknown word is kept and written back unchanged. The default value means absent. Words are compared case-sensitively.</remarks>
[JsonConverter(typeof(OpenEnumConverter<AwayState>))]
public readonly record struct AwayState : IOpenEnum<AwayState>
{
    private readonly string? _word;

    private AwayState(string word) => _word = word;

    /// <summary>Somebody is home. On the wire: <c>home</c>.</summary>
    public static AwayState Home { get; } = new("home");

    /// <summary>Nobody is home. On the wire: <c>away</c>.</summary>
    public static AwayState Away { get; } = new("away");

    /// <summary>The thermostat found out by itself that nobody is home; legacy, replaced by <see cref="Away"/> in late 2016. Never writable. On the wire: <c>auto-away</c>.</summary>
    public static AwayState AutoAway { get; } = new("auto-away");

    /// <summary>The structure has no device that could tell. Never writable. On the wire: <c>unknown</c>.</summary>
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
