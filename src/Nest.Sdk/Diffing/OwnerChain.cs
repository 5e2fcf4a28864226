namespace Nest.Sdk.Diffing;

/// <summary>
/// The containers of a change, and their indexes in lists. Changes arrive in order, so most of the chain is reused from
/// the previous one.
/// </summary>
/// <remarks>Without reuse, each path in a long list or map would cost a walk.</remarks>
internal sealed class OwnerChain
{
    private const int Usual = DeepStack.Shallow + 1;

    private Link[] _links = new Link[Usual];
    private int _count;

    public void Clear()
    {
        if (_count > 0)
            Array.Clear(_links);
        if (_links.Length > Usual)
            _links = new Link[Usual];
        _count = 0;
    }

    /// <summary>Finds the containers of an entry.</summary>
    /// <returns>The number of segments of its path. The entry itself is the last.</returns>
    public int Find(JsonIndex index, int entry)
    {
        var depth = index.Depth(entry);
        // Additions to a container come one after the other, and finding its end requires a search over all its
        // descendants.
        if (depth < _count && _links[depth].Entry == entry)
            return depth;
        if (depth >= _links.Length)
            Array.Resize(ref _links, Math.Max(depth + 1, 2 * _links.Length));
        var kept = Math.Min(_count, depth);
        while (kept > 0 && !_links[kept - 1].Holds(entry))
            kept--;
        for (var (level, owner) = (depth, entry); level >= kept; level--)
        {
            (_links[level].Entry, _links[level].End) = (owner, index.SubtreeEnd(owner));
            // No further than needed: a parent is found by a search back over all its descendants.
            if (level > kept)
                owner = index.Parent(owner);
        }

        _count = depth + 1;
        return depth;
    }

    /// <summary>The entry of a one-based segment.</summary>
    public int Entry(int segment) => _links[segment].Entry;

    /// <summary>The list index of the entry of a segment. Counted on from the previously requested element.</summary>
    public int Ordinal(JsonIndex index, int segment)
    {
        ref var link = ref _links[segment];
        var list = _links[segment - 1].Entry;
        if (link.Counted == 0 || link.CountedList != list)
            (link.CountedList, link.Counted, link.Ordinal) = (list, index.FirstChild(list), 0);
        link.Ordinal += link.Entry >= link.Counted ? Distance(index, link.Counted, link.Entry) : -Distance(index, link.Entry, link.Counted);
        link.Counted = link.Entry;
        return link.Ordinal;
    }

    private static int Distance(JsonIndex index, int from, int to)
    {
        var count = 0;
        for (; from != to; from = index.NextSibling(from))
            count++;
        return count;
    }

    private struct Link
    {
        public int Entry;
        public int End;

        /// <summary>The counted list, the last counted element (0 before the first), and its index.</summary>
        public int CountedList;
        public int Counted;
        public int Ordinal;

        public readonly bool Holds(int entry) => Entry <= entry && entry < End;
    }
}
