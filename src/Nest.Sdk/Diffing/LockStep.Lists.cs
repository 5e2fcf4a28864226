namespace Nest.Sdk.Diffing;

/// <summary>A difference in a list: one that is longer at its front must not read as other elements at every place, so the list is compared as a whole.</summary>
internal ref partial struct LockStep
{
    private bool TryPassList(int entry)
    {
        var list = _index.OutermostList(entry);
        // Lists are passed as a whole, so nothing in this one is settled, and the shift holds at its start.
        var nameStart = _index.HasName(list) ? _index.NameStart(list) + Shift : -1;
        var first = _work.Next.Count;
        var end = JsonIndexer.TryReadValue(_next, _index.Start(list) + Shift, nameStart, _index.Depth(list), _work.Next, _maxDepth);
        // What is very deep needs a stack of its own, which the general path has.
        if (end < 0 || Math.Max(_index.Deepest, _work.Next.Deepest) > DeepStack.Shallow)
            return false;
        new TreeWalk(_index, _old, _next, _work).Compare(list, first);
        GoOn(_index.End(list), end);
        return Splice(list, _index.SubtreeEnd(list), owner: -1, first);
    }
}
