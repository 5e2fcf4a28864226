using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>
/// Whether a person was detected in a structure in away mode (<c>wwn_security_state</c>). See
/// docs/protocol/works-with-nest.md#enumerations.
/// </summary>
/// <inheritdoc cref="IOpenEnum{TSelf}" path="/remarks"/>
[JsonConverter(typeof(OpenEnumConverter<SecurityState>))]
public readonly record struct SecurityState : IOpenEnum<SecurityState>
{
    private readonly string? _word;

    private SecurityState(string word) => _word = word;

    /// <summary>Nothing unusual was detected, or someone is in the structure. On the wire: <c>ok</c>.</summary>
    public static SecurityState Ok { get; } = new("ok");

    /// <summary>The structure is in away mode, and a camera detected a person. On the wire: <c>deter</c>.</summary>
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
