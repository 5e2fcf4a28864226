using System.Text.Json;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>Enumerates the members or items of a container of valid text.</summary>
internal ref struct JsonPatchChildren
{
    private readonly byte[] _utf8;
    private readonly int _start;
    private readonly bool _areCopied;
    private Utf8JsonReader _reader;

    public JsonPatchChildren(byte[] utf8, int start, int length, bool areCopied)
    {
        _utf8 = utf8;
        _start = start;
        _areCopied = areCopied;
        _reader = new Utf8JsonReader(utf8.AsSpan(start, length), new JsonReaderOptions { MaxDepth = JsonPatchReader.MaxDepth });
        _reader.Read();
    }

    /// <summary>Moves to the next child.</summary>
    /// <param name="name">The name with its quotes. Not present in a list.</param>
    /// <param name="value">The text of the value.</param>
    public bool MoveNext(out JsonPatchValue name, out JsonPatchValue value)
    {
        name = value = default;
        _reader.Read();
        if (_reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            return false;
        if (_reader.TokenType == JsonTokenType.PropertyName)
        {
            // The reader includes the colon, and the white space around it, in the name.
            name = Slice((int)_reader.TokenStartIndex, _reader.ValueSpan.Length + 2, 0);
            _reader.Read();
        }

        var start = (int)_reader.TokenStartIndex;
        var height = SkipValue();
        value = Slice(start, (int)_reader.BytesConsumed - start, height);
        return true;
    }

    private readonly JsonPatchValue Slice(int start, int length, int height) => new(_utf8, _start + start, length, height, _areCopied);

    private int SkipValue()
    {
        var depth = 0;
        var height = 0;
        do
        {
            if (_reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                height = Math.Max(height, ++depth);
            else if (_reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                depth--;
        }
        while (depth > 0 && _reader.Read());
        return height;
    }
}
