using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>Whether a structure looks as if somebody came in while nobody is home (<c>wwn_security_state</c>, docs/protocol/works-with-nest.md#structures and #enumerations).</summary>
/// <remarks>An open set: an unknown word is kept and written back unchanged. The default value means absent. Words are compared case-sensitively.</remarks>
[JsonConverter(typeof(OpenEnumConverter<SecurityState>))]
public readonly record struct SecurityState : IOpenEnum<SecurityState>
{
    private readonly string? _word;

    private SecurityState(string word) => _word = word;

    /// <summary>Nothing unusual, or somebody is home. On the wire: <c>ok</c>.</summary>
    public static SecurityState Ok { get; } = new("ok");

    /// <summary>Nobody is home and a camera saw a person. On the wire: <c>deter</c>.</summary>
    public static SecurityState Deter { get; } = new("deter");

    /// <inheritdoc/>
    public static EquatableArray<SecurityState> Known { get; } = [Ok, Deter];

    /// <inheritdoc/>
    public bool IsAbsent => _word is null;

    /// <inheritdoc cref="IOpenEnum{TSelf}.From"/>
    public static SecurityState From(string? word) => string.IsNullOrEmpty(word) ? default : new(word);

    /// <inheritdoc cref="IOpenEnum{TSelf}.ToString"/>
    public override string ToString() => _word ?? "";
}
