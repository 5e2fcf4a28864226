using System.Globalization;
using System.Text.Json;
using Nest.Sdk.Model;

namespace Nest.Sdk.Providers;

/// <summary>One field of a write.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Value">What is sent.</param>
/// <param name="Read">The value that a home shows in the place of it; null when it shows none.</param>
internal sealed record WriteField(string Name, RawJson Value, Func<DataModel, RawJson?> Read)
{
    /// <summary>What a home shows once it has taken the value. The value itself, but for a field that can only be written.</summary>
    public RawJson Shown { get; init; } = Value;

    public static RawJson Json(string text) => RawJson.Parse($"\"{JsonEncodedText.Encode(text)}\"");

    public static RawJson Json(bool fact) => RawJson.Parse(fact ? "true" : "false");

    public static RawJson Json(decimal number) => RawJson.Parse(number.ToString("0.############################", CultureInfo.InvariantCulture));

    public static RawJson? JsonOrNull(string? text) => text is null ? null : Json(text);

    public static RawJson? JsonOrNull(bool? fact) => fact is { } known ? Json(known) : null;

    public static RawJson? JsonOrNull(decimal? number) => number is { } known ? Json(known) : null;
}
