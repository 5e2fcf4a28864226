using System.Buffers;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>
/// A mutable list, stored in short pieces: an insertion before a million items moves only a few hundred of them.
/// </summary>
internal sealed class JsonPatchArray : JsonPatchContainer
{
    private const int PieceLength = 512;

    private readonly List<List<JsonPatchValue>> _pieces = [];
    private int _count;

    public JsonPatchArray(JsonPatchChildren children, int height)
        : base(height)
    {
        while (children.MoveNext(out _, out var item))
        {
            if (_count % PieceLength == 0)
                _pieces.Add([]);
            _pieces[^1].Add(item);
            _count++;
            Enter(item.Height);
        }
    }

    public override int Count => _count;

    /// <summary>A value and the spare capacity of a piece.</summary>
    public override int BytesPerChild => 32;

    public IEnumerable<JsonPatchValue> Items => _pieces.SelectMany(piece => piece);

    public override bool TryGet(string name, out JsonPatchValue value)
    {
        var isThere = JsonPointer.TryReadIndex(name, out var index) && index < _count;
        value = default;
        if (isThere)
        {
            var piece = PieceAt(ref index);
            value = _pieces[piece][index];
        }

        return isThere;
    }

    public override void Replace(string name, JsonPatchValue value)
    {
        JsonPointer.TryReadIndex(name, out var index);
        var piece = _pieces[PieceAt(ref index)];
        Enter(value.Height);
        Leave(piece[index].Height);
        piece[index] = value;
    }

    public override void Remove(string name)
    {
        JsonPointer.TryReadIndex(name, out var index);
        var piece = PieceAt(ref index);
        Leave(_pieces[piece][index].Height);
        _pieces[piece].RemoveAt(index);
        if (_pieces[piece].Count == 0)
            _pieces.RemoveAt(piece);
        _count--;
    }

    public override bool TryAdd(string name, JsonPatchValue value)
    {
        var index = _count;
        if (name != JsonPointer.End && (!JsonPointer.TryReadIndex(name, out index) || index > _count))
            return false;
        if (_pieces.Count == 0)
            _pieces.Add([]);
        var place = PieceAt(ref index);
        var piece = _pieces[place];
        piece.Insert(index, value);
        _count++;
        Enter(value.Height);
        if (piece.Count > 2 * PieceLength)
        {
            _pieces.Insert(place + 1, piece.GetRange(PieceLength, piece.Count - PieceLength));
            piece.RemoveRange(PieceLength, piece.Count - PieceLength);
        }

        return true;
    }

    public override string Explain(string name) => JsonPointer.TryReadIndex(name, out _)
        ? $"index {name} is out of range: the list has {_count} items"
        : "the list needs an index in plain digits, without a leading zero";

    public override void Write(IBufferWriter<byte> output)
    {
        var separator = "["u8;
        foreach (var item in Items)
        {
            output.Write(separator);
            item.Write(output);
            separator = ","u8;
        }

        output.Write(_count == 0 ? "[]"u8 : "]"u8);
    }

    /// <summary>
    /// Finds the piece that contains an index, or ends at it. The index becomes the one inside the piece.
    /// </summary>
    private int PieceAt(ref int index)
    {
        var piece = 0;
        while (index >= _pieces[piece].Count && piece + 1 < _pieces.Count)
            index -= _pieces[piece++].Count;
        return piece;
    }
}
