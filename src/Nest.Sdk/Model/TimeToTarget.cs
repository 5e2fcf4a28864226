using System.Globalization;
using System.Text.Json.Serialization;
using Nest.Sdk.Model.Json;

namespace Nest.Sdk.Model;

/// <summary>
/// The time until a thermostat reaches its target (<c>time_to_target</c>): minutes with a prefix, such as <c>~15</c>.
/// See docs/protocol/works-with-nest.md#thermostats.
/// </summary>
/// <remarks>
/// The text is preserved, even when it cannot be read. Equality compares the text. The default value means absent.
/// </remarks>
[JsonConverter(typeof(TimeToTargetConverter))]
public readonly record struct TimeToTarget
{
    // One year. Longer times are not plausible, and TimeSpan has a smaller range than decimal.
    private const decimal MaxMinutes = 525_600;

    private readonly string? _text;

    private TimeToTarget(string text) => _text = text;

    /// <summary>
    /// Whether there is no text. True for the default value, which a missing or empty member reads as.
    /// </summary>
    public bool IsAbsent => _text is null;

    /// <summary>
    /// The qualifier of <see cref="Duration"/>. <see cref="TimeToTargetQualifier.None"/> when the text has no known
    /// prefix.
    /// </summary>
    public TimeToTargetQualifier Qualifier => _text?[0] switch
    {
        '~' => TimeToTargetQualifier.About,
        '<' => TimeToTargetQualifier.LessThan,
        '>' => TimeToTargetQualifier.MoreThan,
        _ => TimeToTargetQualifier.None,
    };

    /// <summary>
    /// The time without its qualifier. Null when the text is absent, is not a number of minutes, or is longer than a
    /// year.
    /// </summary>
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

    /// <summary>Creates a value from a text.</summary>
    /// <param name="text">The text on the wire, valid or not. Null and <c>""</c> mean absent.</param>
    /// <returns>The value. It is written as the same text.</returns>
    public static TimeToTarget From(string? text) => string.IsNullOrEmpty(text) ? default : new(text);

    /// <summary>The text on the wire. <c>""</c> when absent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text ?? "";

    /// <summary>
    /// Creates a value from a number without prefix, which the protocol allows. 15, 15.0 and 1.5e1 become the same
    /// text.
    /// </summary>
    internal static TimeToTarget From(decimal minutes) => new(minutes.ToString("0.############################", CultureInfo.InvariantCulture));
}
