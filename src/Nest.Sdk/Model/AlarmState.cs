using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>The state of a smoke or carbon monoxide alarm (<c>smoke_alarm_state</c> and <c>co_alarm_state</c>, docs/protocol/works-with-nest.md#structures and #smoke-and-co-alarms and #enumerations).</summary>
/// <remarks>An open set: an unknown word is kept and written back unchanged. The default value means absent. Words are compared case-sensitively.</remarks>
[JsonConverter(typeof(OpenEnumConverter<AlarmState>))]
public readonly record struct AlarmState : IOpenEnum<AlarmState>
{
    private readonly string? _word;

    private AlarmState(string word) => _word = word;

    /// <summary>Nothing is found. On the wire: <c>ok</c>.</summary>
    public static AlarmState Ok { get; } = new("ok");

    /// <summary>A low level is found: the device speaks a heads-up. On the wire: <c>warning</c>.</summary>
    public static AlarmState Warning { get; } = new("warning");

    /// <summary>A dangerous level is found: the device sounds the alarm. On the wire: <c>emergency</c>.</summary>
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
