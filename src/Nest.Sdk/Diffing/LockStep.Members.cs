using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing;

/// <summary>Handles a difference between two values: members of an object were added or removed.</summary>
internal ref partial struct LockStep
{
    private bool TryPassBetween(int entry)
    {
        var (owner, previous) = (entry, -1);
        while (_at >= _index.End(owner))
        {
            previous = owner;
            owner = _index.Parent(owner);
            if (owner < 0)
                return false;
        }

        if (_index.TouchesList(owner))
            return TryPassList(owner);
        var boundary = previous < 0 ? _index.Start(owner) + 1 : _index.End(previous);
        // Nothing can be added or removed between a name and its value.
        if (boundary < _settled)
            return false;
        var child = entry + 1 < _index.Count && _index.Start(entry + 1) < _index.End(owner) ? entry + 1 : -1;
        return TryMeetAgain(owner, child, boundary + Shift, isFirst: previous < 0);
    }

    /// <summary>
    /// Records new members as additions and old members as removals, until both versions are at the same member or at
    /// the end of the object.
    /// </summary>
    /// <param name="owner">The object.</param>
    /// <param name="child">Its next old member. -1 at its end.</param>
    /// <param name="at">The position in the new version: after a member, or after the opening brace.</param>
    /// <param name="isFirst">Whether the position is after the brace.</param>
    private bool TryMeetAgain(int owner, int child, int at, bool isFirst)
    {
        var first = _work.Next.Count;
        var from = child < 0 ? _index.SubtreeEnd(owner) : child;
        while (at < _next.Length)
        {
            if (_next[at] == '}')
                return Meet(owner, from, _index.SubtreeEnd(owner), _index.End(owner) - 1, at, first);
            var name = isFirst ? at : _next[at] == ',' ? at + 1 : _next.Length;
            var nameEnd = name < _next.Length && _next[name] == '"' ? JsonLeaf.Text(_next, name) : -1;
            if (nameEnd < 0)
                return false;
            var match = FindMember(child, _next[(name + 1)..(nameEnd - 1)]);
            if (match >= 0)
                return Meet(owner, from, match, _index.NameStart(match), name, first);
            at = AddMember(owner, name, nameEnd);
            if (at < 0)
                return false;
            isFirst = false;
        }

        return false;
    }

    /// <returns>The end of the member. -1 when the general path must handle it.</returns>
    private int AddMember(int owner, int name, int nameEnd)
    {
        // A member that was elsewhere in this object was moved, or is a duplicate. Each is searched among all members,
        // so their number is limited.
        if (++_splices > MaxSplices || nameEnd >= _next.Length || _next[nameEnd] != ':' || FindMember(_index.FirstChild(owner), _next[(name + 1)..(nameEnd - 1)]) >= 0 || WasAdded(owner, name, nameEnd))
            return -1;
        var first = _work.Next.Count;
        var end = ReadValue(nameEnd + 1, name, _index.Depth(owner) + 1);
        if (end >= 0)
            _work.Changes.Add().SetAdded(owner, 0, _work.Next, first);
        return end;
    }

    private readonly bool WasAdded(int owner, int name, int nameEnd)
    {
        foreach (ref readonly var change in _work.Changes.Items)
        {
            if (change is { Kind: JsonPatchKind.Add, NameStart: >= 0 } && change.Entry == owner && EscapedText.AreEqual(NameAt(change.NameStart), _next[(name + 1)..(nameEnd - 1)]))
                return true;
        }

        return false;
    }

    private readonly ReadOnlySpan<byte> NameAt(int start) => _next.Slice(start + 1, JsonLeaf.TextLength(_next[(start + 1)..]));

    private readonly int FindMember(int child, ReadOnlySpan<byte> name)
    {
        while (child >= 0 && !EscapedText.AreEqual(_index.Name(child, _old), name))
            child = _index.NextSibling(child);
        return child;
    }

    /// <summary>Ends at the common position: the old members before it were removed.</summary>
    private bool Meet(int owner, int from, int to, int at, int newAt, int firstNew)
    {
        // Nothing was added or removed: white space or the spelling of a name has changed.
        if (from == to && firstNew == _work.Next.Count)
            return false;
        for (var gone = from; gone < to; gone = _index.SubtreeEnd(gone))
            _work.Changes.Add().SetRemoved(gone);
        GoOn(at, newAt);
        return Splice(from, to, owner, firstNew);
    }
}
