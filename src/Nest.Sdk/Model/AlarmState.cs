using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>
/// The state of a smoke or carbon monoxide alarm (<c>smoke_alarm_state</c> and <c>co_alarm_state</c>). See
/// docs/protocol/works-with-nest.md#enumerations.
/// </summary>
/// <inheritdoc cref="IOpenEnum{TSelf}" path="/remarks"/>
[JsonConverter(typeof(OpenEnumConverter<AlarmState>))]
public readonly record struct AlarmState : IOpenEnum<AlarmState>
{
    private readonly string? _word;

    private AlarmState(string word) => _word = word;

    /// <summary>No smoke or carbon monoxide is detected. On the wire: <c>ok</c>.</summary>
    public static AlarmState Ok { get; } = new("ok");

    /// <summary>A low level is detected: the device speaks a warning. On the wire: <c>warning</c>.</summary>
    public static AlarmState Warning { get; } = new("warning");

    /// <summary>A dangerous level is detected: the device sounds the alarm. On the wire: <c>emergency</c>.</summary>
    public static AlarmState Emergency { get; } = new("emergency");

    /// <inheritdoc/>
    public static EquatableArray<AlarmState> Known { get; } = [Ok, Warning, Emergency];

    /// <inheritdoc/>
    public bool IsAbsent => _word is null;

    /// <inheritdoc cref="IOpenEnum{TSelf}.From"/>
    public static AlarmState From(string? word) => string.IsNullOrEmpty(word) ? default : new(word);

    /// <inheritdoc cref="IOpenEnum{TSelf}.ToString"/>
    public override string ToString() => _word ?? "";
}
