using System.Globalization;
using System.Text.Json;
using Nest.Sdk.Model;

namespace Nest.Sdk.Providers;

/// <summary>One field of a write.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Value">The value to send.</param>
/// <param name="Read">Reads the value from a home. Null when the home does not report it.</param>
internal sealed record WriteField(string Name, RawJson Value, Func<DataModel, RawJson?> Read)
{
    /// <summary>
    /// The value that a home reports after the write. Default: the value itself. Different for a field that can only be
    /// written.
    /// </summary>
    public RawJson Shown { get; init; } = Value;

    public static RawJson Json(string text) => RawJson.Parse($"\"{JsonEncodedText.Encode(text)}\"");

    public static RawJson Json(bool fact) => RawJson.Parse(fact ? "true" : "false");

    public static RawJson Json(decimal number) => RawJson.Parse(number.ToString("0.############################", CultureInfo.InvariantCulture));

    public static RawJson? JsonOrNull(string? text) => text is null ? null : Json(text);

    public static RawJson? JsonOrNull(bool? fact) => fact is { } known ? Json(known) : null;

    public static RawJson? JsonOrNull(decimal? number) => number is { } known ? Json(known) : null;
}
