using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Nest.Sdk.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>Walks one document: the JSON reader, the bytes below it, and the marks of what could not be read.</summary>
/// <remarks>The paths of the marks are found in a second walk, and only when there is a mark, so the usual document pays nothing for them.</remarks>
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

    /// <summary>Reads one value alone.</summary>
    /// <returns>False when it is of another kind, or unusual: then the whole document has to be read, which reports it.</returns>
    public static bool TryRead<TValue>(ReadOnlySpan<byte> json, Codec<TValue> codec, out TValue value)
    {
        var reader = new WireReader(json);
        reader.Json.Read();
        return codec.TryRead(ref reader, out value) && reader.Marks is null;
    }

    /// <summary>Whether the string or name under the reader can become a .NET string.</summary>
    public readonly bool HasWholeText => _hasWholeCharacters || !Json.ValueIsEscaped || JsonText.HasWholeCharacters(Json.ValueSpan);

    /// <summary>
    /// The string or name under the reader; ids and room names that come again in a document become one string. An unpaired surrogate becomes U+FFFD, which is noted where it is a value.
    /// </summary>
    public string GetText()
    {
        if (!HasWholeText)
            return GetMendedText();
        var utf8 = Json.ValueSpan;
        if (utf8.Length is 0 or > MaxPooledLength || Json.ValueIsEscaped)
            return Json.GetString()!;
        // Two slots for each hash: a newcomer takes the first and moves the text there to the second.
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

    /// <summary>Takes the value under the reader as raw JSON and goes to its end.</summary>
    public RawJson TakeRaw()
    {
        var start = (int)Json.TokenStartIndex;
        Json.Skip();
        return RawJson.FromValid(_utf8[start..(int)Json.BytesConsumed]);
    }

    /// <summary>Notes that the value under the reader is not what the field holds.</summary>
    public void MarkUnreadable(string expected) => Mark(Json.TokenStartIndex, expected, isConverted: false);

    /// <summary>Notes that the value under the reader was read, but has an unusual form.</summary>
    public void MarkConverted(string expected) => Mark(Json.TokenStartIndex, expected, isConverted: true);

    /// <summary>Notes a name with an unpaired surrogate: the mark stands on the object, as no path can hold the name.</summary>
    public void MarkName(long objectStart) => (_marks ??= []).Add(new(objectStart, JsonValueKind.Object, "names of whole Unicode characters", IsConverted: true));

    private string GetMendedText()
    {
        if (Json.TokenType == JsonTokenType.String)
            MarkConverted("text of whole Unicode characters");
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
