using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>
/// The positions of the values of a document, in document order. Takes 14 bytes per value, in parallel arrays that can
/// be searched and shifted by vector.
/// </summary>
/// <remarks>
/// The parent of a value is the last earlier value with a depth smaller by one. Its subtree ends at the next value of
/// its depth or less.
/// </remarks>
internal sealed partial class JsonIndex
{
    /// <summary>The flag, stored with the kind, of every value inside a list at any depth.</summary>
    private const byte InList = 0x80;

    /// <summary>The flag, stored with the kind, of a value that a walk has visited.</summary>
    private const byte Marked = 0x40;

    private const int SmallCapacity = 64;

    private int[] _starts = [];
    private int[] _lengths = [];

    /// <summary>The distance from the opening quote of the name to the value. 0 without a name.</summary>
    private int[] _nameDistances = [];
    private byte[] _depths = [];

    /// <summary>Replaces <see cref="_depths"/> while a depth does not fit in a byte. Otherwise null.</summary>
    private ushort[]? _deepDepths;
    private byte[] _kinds = [];

    public int Count { get; private set; }

    /// <summary>The upper bound of the depth of all values since the last copy.</summary>
    public int Deepest { get; private set; }

    public int Capacity => _starts.Length;

    public int Start(int entry) => _starts[entry];

    public int Length(int entry) => _lengths[entry];

    public int End(int entry) => _starts[entry] + _lengths[entry];

    public int Depth(int entry) => _deepDepths is null ? _depths[entry] : _deepDepths[entry];

    public JsonValueKind Kind(int entry) => (JsonValueKind)(_kinds[entry] & ~(InList | Marked));

    public bool IsContainer(int entry) => Kind(entry) is JsonValueKind.Object or JsonValueKind.Array;

    /// <summary>Whether a list is among its ancestors.</summary>
    public bool IsInList(int entry) => (_kinds[entry] & InList) != 0;

    /// <summary>Whether the value is a list, or inside a list.</summary>
    public bool TouchesList(int entry) => IsInList(entry) || Kind(entry) == JsonValueKind.Array;

    public bool HasName(int entry) => _nameDistances[entry] != 0;

    /// <summary>The position of the opening quote of the name.</summary>
    public int NameStart(int entry) => _starts[entry] - _nameDistances[entry];

    public ReadOnlySpan<byte> Value(int entry, ReadOnlySpan<byte> document) => document.Slice(_starts[entry], _lengths[entry]);

    /// <summary>The name as spelled in the document, without its quotes.</summary>
    public ReadOnlySpan<byte> Name(int entry, ReadOnlySpan<byte> document)
    {
        var start = _starts[entry];
        var from = start - _nameDistances[entry] + 1;
        // A quote and a colon directly before the value can only be the end of its name.
        return document[start - 1] == ':' && document[start - 2] == '"' ? document[from..(start - 2)] : document.Slice(from, JsonLeaf.TextLength(document[from..]));
    }

    public void Mark(int entry) => _kinds[entry] |= Marked;

    /// <summary>Removes the mark. Returns false when the value was not marked.</summary>
    public bool Unmark(int entry)
    {
        var wasMarked = (_kinds[entry] & Marked) != 0;
        _kinds[entry] &= unchecked((byte)~Marked);
        return wasMarked;
    }

    public void Clear()
    {
        (Count, Deepest) = (0, 0);
        _deepDepths = null;
    }

    /// <summary>Adds a value. The length of a container is set when its end is known.</summary>
    public int Add(JsonValueKind kind, int start, int length, int nameStart, int depth, bool isInList)
    {
        if (Count == _starts.Length)
            Resize(Math.Max(SmallCapacity, Count * 2));
        var entry = Count++;
        _starts[entry] = start;
        _lengths[entry] = length;
        _nameDistances[entry] = nameStart < 0 ? 0 : start - nameStart;
        if (depth > Deepest)
            Deepen(depth);
        if (_deepDepths is null)
            _depths[entry] = (byte)depth;
        else
            _deepDepths[entry] = (ushort)depth;
        _kinds[entry] = isInList ? (byte)((byte)kind | InList) : (byte)kind;
        return entry;
    }

    public void EndAt(int entry, int end) => _lengths[entry] = end - _starts[entry];

    /// <summary>Copies the other index into arrays of nearly its size: an idle home retains them for months.</summary>
    public void CopyFrom(JsonIndex other)
    {
        if (_starts.Length < other.Count || _starts.Length > 2 * other.Count)
        {
            Clear();
            Resize(other.Count + (other.Count / 16));
        }

        Clear();
        Count = other.Count;
        CopyRange(other, 0, 0, Count);
    }

    private void CopyRange(JsonIndex from, int source, int target, int count)
    {
        Array.Copy(from._starts, source, _starts, target, count);
        Array.Copy(from._lengths, source, _lengths, target, count);
        Array.Copy(from._nameDistances, source, _nameDistances, target, count);
        if (from.Deepest > Deepest)
            Deepen(from.Deepest);
        if (_deepDepths is null)
            Array.Copy(from._depths, source, _depths, target, count);
        else
            CopyDeepDepths(from, source, target, count);
        Array.Copy(from._kinds, source, _kinds, target, count);
    }

    private void Deepen(int depth)
    {
        Deepest = depth;
        if (depth <= byte.MaxValue || _deepDepths is not null)
            return;
        var deep = new ushort[_depths.Length];
        for (var i = 0; i < Count; i++)
            deep[i] = _depths[i];
        _deepDepths = deep;
    }

    private void CopyDeepDepths(JsonIndex from, int source, int target, int count)
    {
        if (from._deepDepths is { } deep)
        {
            Array.Copy(deep, source, _deepDepths!, target, count);
            return;
        }

        for (var i = 0; i < count; i++)
            _deepDepths![target + i] = from._depths[source + i];
    }

    private void Resize(int capacity)
    {
        Array.Resize(ref _starts, capacity);
        Array.Resize(ref _lengths, capacity);
        Array.Resize(ref _nameDistances, capacity);
        Array.Resize(ref _depths, capacity);
        if (_deepDepths is not null)
            Array.Resize(ref _deepDepths, capacity);
        Array.Resize(ref _kinds, capacity);
    }
}
