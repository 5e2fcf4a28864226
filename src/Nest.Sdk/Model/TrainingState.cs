using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>Whether a thermostat has learned how long the home takes to warm up or cool down (<c>time_to_target_training</c>, docs/protocol/works-with-nest.md#thermostats and #enumerations).</summary>
/// <remarks>An open set: an unknown word is kept and written back unchanged. The default value means absent. Words are compared case-sensitively.</remarks>
[JsonConverter(typeof(OpenEnumConverter<TrainingState>))]
public readonly record struct TrainingState : IOpenEnum<TrainingState>
{
    private readonly string? _word;

    private TrainingState(string word) => _word = word;

    /// <summary>It still learns: the time to target is a guess. On the wire: <c>training</c>.</summary>
    public static TrainingState Training { get; } = new("training");

    /// <summary>It has learned. On the wire: <c>ready</c>.</summary>
    public static TrainingState Ready { get; } = new("ready");

    /// <inheritdoc/>
    public static EquatableArray<TrainingState> Known { get; } = [Training, Ready];

    /// <inheritdoc/>
    public bool IsAbsent => _word is null;

    /// <inheritdoc cref="IOpenEnum{TSelf}.From"/>
    public static TrainingState From(string? word) => string.IsNullOrEmpty(word) ? default : new(word);

    /// <inheritdoc cref="IOpenEnum{TSelf}.ToString"/>
    public override string ToString() => _word ?? "";
}
