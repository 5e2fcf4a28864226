using System.Globalization;
using System.Text.Json.Serialization;
using Nest.Sdk.Model.Json;

namespace Nest.Sdk.Model;

/// <summary>How long a thermostat needs to reach its target (<c>time_to_target</c>, docs/protocol/works-with-nest.md#thermostats): minutes with a prefix, such as <c>~15</c>.</summary>
/// <remarks>The text is kept as it came, also when it cannot be read. Equality is by text. The default value means absent.</remarks>
[JsonConverter(typeof(TimeToTargetConverter))]
public readonly record struct TimeToTarget
{
    // A year; longer is no forecast, and TimeSpan cannot hold everything that fits a decimal.
    private const decimal MaxMinutes = 525_600;

    private readonly string? _text;

    private TimeToTarget(string text) => _text = text;

    /// <summary>Whether there is no text: the default value, and what a missing or empty member reads as.</summary>
    public bool IsAbsent => _text is null;

    /// <summary>How <see cref="Duration"/> is meant; <see cref="TimeToTargetQualifier.None"/> when the text has no known prefix.</summary>
    public TimeToTargetQualifier Qualifier => _text?[0] switch
    {
        '~' => TimeToTargetQualifier.About,
        '<' => TimeToTargetQualifier.LessThan,
        '>' => TimeToTargetQualifier.MoreThan,
        _ => TimeToTargetQualifier.None,
    };

    /// <summary>The time without its qualifier; null when absent, when the text is no number of minutes, or beyond a year.</summary>
    public TimeSpan? Duration
    {
        get
        {
            var digits = _text.AsSpan(Qualifier == TimeToTargetQualifier.None ? 0 : 1);
            return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes <= MaxMinutes
                ? TimeSpan.FromMinutes((double)minutes)
                : null;
        }
    }

    /// <summary>Makes a value of a text.</summary>
    /// <param name="text">The text as on the wire, readable or not; null and <c>""</c> mean absent.</param>
    /// <returns>The value, which writes the same text back.</returns>
    public static TimeToTarget From(string? text) => string.IsNullOrEmpty(text) ? default : new(text);

    /// <summary>The text as on the wire; <c>""</c> when absent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text ?? "";

    /// <summary>Makes a value of a bare number, which the reference calls possible; 15, 15.0 and 1.5e1 become the same text.</summary>
    internal static TimeToTarget From(decimal minutes) => new(minutes.ToString("0.############################", CultureInfo.InvariantCulture));
}
