using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>
/// Whether a thermostat has learned how fast the home warms up and cools down (<c>time_to_target_training</c>). See
/// docs/protocol/works-with-nest.md#enumerations.
/// </summary>
/// <inheritdoc cref="IOpenEnum{TSelf}" path="/remarks"/>
[JsonConverter(typeof(OpenEnumConverter<TrainingState>))]
public readonly record struct TrainingState : IOpenEnum<TrainingState>
{
    private readonly string? _word;

    private TrainingState(string word) => _word = word;

    /// <summary>
    /// The thermostat is still learning: the time to target is a guess. On the wire: <c>training</c>.
    /// </summary>
    public static TrainingState Training { get; } = new("training");

    /// <summary>The thermostat has finished learning. On the wire: <c>ready</c>.</summary>
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
