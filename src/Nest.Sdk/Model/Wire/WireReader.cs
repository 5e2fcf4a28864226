using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Nest.Sdk.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>Reads one document: the JSON reader, its bytes, and the marks of values that could not be read.</summary>
/// <remarks>
/// The paths of the marks are found in a second pass, only when there are marks, so the usual document has no cost for
/// them.
/// </remarks>
internal ref struct WireReader
{
    private const int MaxPooledLength = 64;

    public Utf8JsonReader Json;
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly bool _hasWholeCharacters;
    private List<IssueMark>? _marks;
    private TextSlots _texts;

    public WireReader(ReadOnlySpan<byte> utf8)
    {
        Json = new Utf8JsonReader(utf8);
        _utf8 = utf8;
        _hasWholeCharacters = JsonText.HasWholeCharacters(utf8);
    }

    public readonly List<IssueMark>? Marks => _marks;

    /// <summary>Reads a single value.</summary>
    /// <returns>
    /// False when the value has another kind or an unusual form. The whole document must be read then, which reports
    /// it.
    /// </returns>
    public static bool TryRead<TValue>(ReadOnlySpan<byte> json, Codec<TValue> codec, out TValue value)
    {
        var reader = new WireReader(json);
        reader.Json.Read();
        return codec.TryRead(ref reader, out value) && reader.Marks is null;
    }

    /// <summary>Whether the current string or name of the reader can become a .NET string.</summary>
    public readonly bool HasWholeText => _hasWholeCharacters || !Json.ValueIsEscaped || JsonText.HasWholeCharacters(Json.ValueSpan);

    /// <summary>
    /// Gets the current string or name of the reader. Ids and room names that repeat in a document become one string.
    /// An unpaired surrogate becomes U+FFFD, and is reported when it is in a value.
    /// </summary>
    public string GetText()
    {
        if (!HasWholeText)
            return GetMendedText();
        var utf8 = Json.ValueSpan;
        if (utf8.Length is 0 or > MaxPooledLength || Json.ValueIsEscaped)
            return Json.GetString()!;
        // Two slots per hash: a new text takes the first slot and moves the old text to the second.
        var at = (int)(NameHash.Of(utf8) % TextSlots.Count) & ~1;
        ref var first = ref _texts[at];
        ref var second = ref _texts[at + 1];
        if (Is(first, utf8))
            return first!;
        if (!Is(second, utf8))
            (first, second) = (Json.GetString()!, first);
        else
            (first, second) = (second, first);
        return first!;

        static bool Is(string? text, ReadOnlySpan<byte> utf8) => text is not null && text.Length == utf8.Length && Ascii.Equals(utf8, text);
    }

    /// <summary>Reads the current value as raw JSON and moves to its end.</summary>
    public RawJson TakeRaw()
    {
        var start = (int)Json.TokenStartIndex;
        Json.Skip();
        return RawJson.FromValid(_utf8[start..(int)Json.BytesConsumed]);
    }

    /// <summary>Reports that the current value does not have the kind of the field.</summary>
    public void MarkUnreadable(string expected) => Mark(Json.TokenStartIndex, expected, isConverted: false);

    /// <summary>Reports that the current value was read, but has an unusual form.</summary>
    public void MarkConverted(string expected) => Mark(Json.TokenStartIndex, expected, isConverted: true);

    /// <summary>
    /// Reports a name with an unpaired surrogate. The mark has the offset of the object, because no path can contain
    /// the name.
    /// </summary>
    public void MarkName(long objectStart) => (_marks ??= []).Add(new(objectStart, JsonValueKind.Object, "names of valid Unicode text", IsConverted: true));

    private string GetMendedText()
    {
        if (Json.TokenType == JsonTokenType.String)
            MarkConverted("valid Unicode text");
        return EscapedText.ToWholeText(Json.ValueSpan);
    }

    private void Mark(long start, string expected, bool isConverted) => (_marks ??= []).Add(new(start, KindOf(Json.TokenType), expected, isConverted));

    private static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        JsonTokenType.Null => JsonValueKind.Null,
        _ => JsonValueKind.Undefined,
    };

    [InlineArray(Count)]
    private struct TextSlots
    {
        public const int Count = 256;
        private string? _first;
    }
}
