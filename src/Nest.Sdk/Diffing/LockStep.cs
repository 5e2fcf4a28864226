using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>
/// Walks both versions in parallel: skips equal text, compares the values that differ, and continues after both.
/// </summary>
/// <remarks>
/// Why it is correct: the old version was validated as a whole. Every skipped byte equals it, at the same point of the
/// grammar. Every range that differs is validated as one complete value, or as members of an object.
/// Every other difference returns false, and the general path compares the whole document.
/// </remarks>
internal ref partial struct LockStep(JsonIndex index, ReadOnlySpan<byte> old, ReadOnlySpan<byte> next, int hint, int maxDepth = Utf8JsonDiff.Deepest)
{
    /// <summary>
    /// The maximum number of added and removed members. More are cheaper on the general path, which moves the index
    /// once.
    /// </summary>
    private const int MaxSplices = 32;

    private readonly JsonIndex _index = index;
    private readonly int _maxDepth = maxDepth;
    private readonly ReadOnlySpan<byte> _old = old;
    private readonly ReadOnlySpan<byte> _next = next;
    private DiffWork _work = null!;

    /// <summary>The current position in both.</summary>
    private int _at;
    private int _newAt;

    /// <summary>The end of the processed text. The shift between both versions applies from here on.</summary>
    private int _settled;
    private int _splices;

    /// <summary>The entry of the last difference, as a start for the next search.</summary>
    public int Hint { get; private set; } = hint;

    private readonly int Shift => _newAt - _at;

    /// <summary>Skips the text that both have in common.</summary>
    /// <returns>True when the versions are equal.</returns>
    public bool Skip()
    {
        var length = CommonPrefix.Length(_old[_at..], _next[_newAt..]);
        _at += length;
        _newAt += length;
        return _at == _old.Length && _newAt == _next.Length;
    }

    /// <summary>Continues from the first difference to the end.</summary>
    /// <param name="work">Receives the changes.</param>
    /// <returns>False when the new version must be compared as a whole. The work is unusable then.</returns>
    /// <exception cref="JsonInputException">
    /// The new version has an object with two members of the same name.
    /// </exception>
    public bool TryFollow(DiffWork work)
    {
        _work = work;
        do
        {
            if (!TryPass())
                return false;
        }
        while (!Skip());
        return true;
    }

    /// <summary>Handles the difference at the current position.</summary>
    private bool TryPass()
    {
        var entry = _index.Find(_at, Hint);
        if (entry < 0)
            return false;
        Hint = entry;
        var start = _index.Start(entry);
        var isContainer = _index.IsContainer(entry);
        var isInValue = _at == start || (!isContainer && (_at < _index.End(entry) || IsLongerNumber(entry)));
        if (!isInValue)
            return TryPassBetween(entry);
        if (_index.IsInList(entry))
            return TryPassList(entry);
        return start >= _settled && (isContainer ? TryReplace(entry) : TryPassLeaf(entry));
    }

    /// <summary>Whether the number continues in the new version: 20 becomes 200.</summary>
    private readonly bool IsLongerNumber(int entry) =>
        _at == _index.End(entry) && _index.Kind(entry) == JsonValueKind.Number && _newAt < _next.Length && JsonLeaf.ContinuesNumber(_next[_newAt]);

    private bool TryPassLeaf(int entry)
    {
        var before = _index.Value(entry, _old);
        var start = _index.Start(entry) + Shift;
        var end = JsonLeaf.TryMeasure(_next, start, out var kind);
        if (end < 0)
            return TryReplace(entry);
        var length = end - start;
        if (kind != _index.Kind(entry) || !JsonMeaning.AreEqual(kind, before, _next.Slice(start, length)))
            _work.Changes.Add().SetReplaced(entry, start, length);
        GoOn(start - Shift + before.Length, end);
        // Another spelling of the same value is stored too, or every later version would have to compare it again.
        _work.Edits.Add().SetLeaf(entry, kind, start, length, Shift);
        _work.HasMoved |= Shift != 0;
        return true;
    }

    /// <summary>Handles a container that became another value, or another value that became a container.</summary>
    private bool TryReplace(int entry)
    {
        var start = _index.Start(entry) + Shift;
        var nameStart = _index.HasName(entry) ? _index.NameStart(entry) + Shift : -1;
        var first = _work.Next.Count;
        var end = ReadValue(start, nameStart, _index.Depth(entry));
        if (end < 0)
            return false;
        _work.Changes.Add().SetReplaced(entry, start, end - start);
        GoOn(_index.End(entry), end);
        return Splice(entry, _index.SubtreeEnd(entry), owner: -1, first);
    }

    /// <summary>Validates and indexes a value that the old version does not contain.</summary>
    private readonly int ReadValue(int start, int nameStart, int depth)
    {
        var end = JsonLeaf.TryMeasure(_next, start, out var kind);
        if (end >= 0)
        {
            _work.Next.Add(kind, start, end - start, nameStart, depth, isInList: false);
            return end;
        }

        var first = _work.Next.Count;
        end = start < _next.Length && _next[start] is (byte)'{' or (byte)'[' ? JsonIndexer.TryReadValue(_next, start, nameStart, depth, _work.Next, _maxDepth) : -1;
        if (end >= 0)
            DuplicateNames.Check(_work.Next, first, _next, _work.Names);
        return end;
    }

    /// <returns>False when there are too many edits.</returns>
    private bool Splice(int from, int to, int owner, int firstNew)
    {
        var count = _work.Next.Count - firstNew;
        _work.Edits.Add().SetSplice(from, to, owner, firstNew, count, Shift);
        _work.HasMoved = true;
        // Replacing entries by the same number of entries moves no others.
        return count == to - from || ++_splices <= MaxSplices;
    }

    private void GoOn(int at, int newAt)
    {
        (_at, _newAt) = (at, newAt);
        _settled = at;
    }
}
