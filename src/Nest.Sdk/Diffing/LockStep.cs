using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>Goes through both versions at once: skips what is the same, looks at what is not, and goes on behind both.</summary>
/// <remarks>
/// Why it is sound: the old version was checked as a whole. Every byte that is skipped equals it, at the same place of the grammar; every range that differs is checked as one complete value, or as members of an object.
/// Whatever does not fit in here ends with false, and the general path looks at the whole document.
/// </remarks>
internal ref partial struct LockStep(JsonIndex index, ReadOnlySpan<byte> old, ReadOnlySpan<byte> next, int hint, int maxDepth = Utf8JsonDiff.Deepest)
{
    /// <summary>More members that come or go are cheaper on the general path, which moves the index once.</summary>
    private const int MostSplices = 32;

    private readonly JsonIndex _index = index;
    private readonly int _maxDepth = maxDepth;
    private readonly ReadOnlySpan<byte> _old = old;
    private readonly ReadOnlySpan<byte> _next = next;
    private DiffWork _work = null!;

    /// <summary>Where both stand.</summary>
    private int _at;
    private int _newAt;

    /// <summary>Everything before this was dealt with: the shift between both versions holds from here on.</summary>
    private int _settled;
    private int _splices;

    /// <summary>The entry at which the last difference was found: a place to look for the next.</summary>
    public int Hint { get; private set; } = hint;

    private readonly int Shift => _newAt - _at;

    /// <summary>Skips what both have in common.</summary>
    /// <returns>True when that is all.</returns>
    public bool Skip()
    {
        var length = CommonPrefix.Length(_old[_at..], _next[_newAt..]);
        _at += length;
        _newAt += length;
        return _at == _old.Length && _newAt == _next.Length;
    }

    /// <summary>Goes on from the first difference to the end.</summary>
    /// <param name="work">Takes what is found.</param>
    /// <returns>False when the new version has to be looked at as a whole; the work is of no use then.</returns>
    /// <exception cref="JsonInputException">The new version has two members of one name.</exception>
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

    /// <summary>Deals with the difference that both stand at.</summary>
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

    /// <summary>A number owns the byte behind it too: 20 becomes 200.</summary>
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
        // Another spelling of the same is taken over too, or every later version would pay for it again.
        _work.Edits.Add().SetLeaf(entry, kind, start, length, Shift);
        _work.HasMoved |= Shift != 0;
        return true;
    }

    /// <summary>A container became something else, or something else a container.</summary>
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

    /// <summary>Checks a value that the old version does not have, and notes it.</summary>
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

    /// <returns>False when there are too many.</returns>
    private bool Splice(int from, int to, int owner, int firstNew)
    {
        var count = _work.Next.Count - firstNew;
        _work.Edits.Add().SetSplice(from, to, owner, firstNew, count, Shift);
        _work.HasMoved = true;
        // Entries that take the place of as many others move none.
        return count == to - from || ++_splices <= MostSplices;
    }

    private void GoOn(int at, int newAt)
    {
        (_at, _newAt) = (at, newAt);
        _settled = at;
    }
}
