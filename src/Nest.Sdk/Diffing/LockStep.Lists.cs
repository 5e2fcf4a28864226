namespace Nest.Sdk.Diffing;

/// <summary>
/// Handles a difference in a list. The list is compared as a whole, so that an insertion at its start is not reported
/// as a change of every element.
/// </summary>
internal ref partial struct LockStep
{
    private bool TryPassList(int entry)
    {
        var list = _index.OutermostList(entry);
        // Lists are processed as a whole, so nothing in this list is settled, and the shift applies from its start.
        var nameStart = _index.HasName(list) ? _index.NameStart(list) + Shift : -1;
        var first = _work.Next.Count;
        var end = JsonIndexer.TryReadValue(_next, _index.Start(list) + Shift, nameStart, _index.Depth(list), _work.Next, _maxDepth);
        // Very deep documents need a dedicated stack, which the general path has.
        if (end < 0 || Math.Max(_index.Deepest, _work.Next.Deepest) > DeepStack.Shallow)
            return false;
        new TreeWalk(_index, _old, _next, _work).Compare(list, first);
        GoOn(_index.End(list), end);
        return Splice(list, _index.SubtreeEnd(list), owner: -1, first);
    }
}
