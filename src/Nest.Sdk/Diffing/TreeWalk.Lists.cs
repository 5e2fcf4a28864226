namespace Nest.Sdk.Diffing;

/// <summary>
/// Compares lists. Equal elements at both ends stay. The middle gets the fewest additions and removals, unless there
/// are very many.
/// </summary>
internal readonly ref partial struct TreeWalk
{
    private void CompareLists(int old, int next)
    {
        var firstChange = _work.Changes.Count;
        var bottom = _work.Entries.Count;
        var oldCount = Push(_old, old);
        var newCount = Push(_new, next);
        CompareElements(new Elements(_work.Entries, old, bottom, 0, oldCount, bottom + oldCount, newCount));
        _work.Entries.RemoveRange(bottom, oldCount + newCount);
        if (!_old.IsInList(old))
            ReverseIfShifted(firstChange);
    }

    private int Push(JsonIndex index, int list)
    {
        var count = 0;
        for (var child = index.FirstChild(list); child >= 0; child = index.NextSibling(child), count++)
            _work.Entries.Add(child);
        return count;
    }

    /// <summary>
    /// Reverses the changes of the outermost list: applied from end to start, every change finds the indexes of the old
    /// version still valid.
    /// </summary>
    private void ReverseIfShifted(int firstChange)
    {
        var changes = _work.Changes.Items[firstChange..];
        foreach (ref readonly var change in changes)
        {
            if (change.Kind == JsonPatchKind.Replace)
                continue;
            changes.Reverse();
            return;
        }
    }

    private void CompareElements(Elements all)
    {
        var (head, tail, shorter) = (0, 0, Math.Min(all.OldCount, all.NewCount));
        while (head < shorter && MeanTheSame(all.Old(head), all.New(head)))
            head++;
        while (tail < shorter - head && MeanTheSame(all.Old(all.OldCount - 1 - tail), all.New(all.NewCount - 1 - tail)))
            tail++;
        // Compared too: equal hashes are not a proof.
        ComparePairs(all, 0, 0, head);
        var middle = all.Slice(head, all.OldCount - tail, head, all.NewCount - tail);
        if (middle is { OldCount: > 0, NewCount: > 0 } && middle.OldCount + middle.NewCount > 2)
            CompareEdited(middle);
        else
            CompareByPlace(middle);
        ComparePairs(all, all.OldCount - tail, all.NewCount - tail, tail);
    }

    private bool MeanTheSame(int old, int next) =>
        _old.Value(old, _oldDocument).SequenceEqual(_new.Value(next, _newDocument)) ||
        (_old.Kind(old) == _new.Kind(next) && _work.OldHashes.Of(_old, old, _oldDocument) == _work.NewHashes.Of(_new, next, _newDocument));

    private void CompareEdited(Elements middle)
    {
        // Inner lists reuse the table, so the plan is complete before any element is compared.
        var start = Plan(middle);
        if (start < 0)
        {
            CompareByPlace(middle);
            return;
        }

        var entries = _work.Entries;
        var end = entries.Count;
        var (gapOld, gapNew) = (0, 0);
        for (var at = start; at < end; at += 2)
        {
            var (old, next) = (entries[at], entries[at + 1]);
            CompareByPlace(middle.Slice(gapOld, old, gapNew, next));
            if (old < middle.OldCount && next < middle.NewCount)
                Compare(middle.Old(old), middle.New(next));
            (gapOld, gapNew) = (old + 1, next + 1);
        }

        entries.RemoveRange(start, end - start);
    }

    /// <summary>Pushes the indexes of each pair of elements that stays, and then the ends of both lists.</summary>
    /// <returns>Their start on the stack. -1 when there are too many additions and removals.</returns>
    private int Plan(Elements middle)
    {
        var edit = _work.ArrayEdit;
        for (var i = 0; i < middle.OldCount; i++)
            edit.AddOld(_work.OldHashes.Of(_old, middle.Old(i), _oldDocument));
        for (var i = 0; i < middle.NewCount; i++)
            edit.AddNew(_work.NewHashes.Of(_new, middle.New(i), _newDocument));
        var start = _work.Entries.Count;
        if (!edit.TryFind(_work.Entries))
            return -1;
        _work.Entries.Add(middle.OldCount);
        _work.Entries.Add(middle.NewCount);
        return start;
    }

    private void CompareByPlace(Elements gap)
    {
        var both = Math.Min(gap.OldCount, gap.NewCount);
        ComparePairs(gap, 0, 0, both);
        for (var i = both; i < gap.OldCount; i++)
            _work.Changes.Add().SetRemoved(gap.Old(i));
        for (var i = both; i < gap.NewCount; i++)
            Add(gap.List, gap.FirstOrdinal + gap.OldCount, gap.New(i));
    }

    private void ComparePairs(Elements elements, int old, int next, int count)
    {
        for (var i = 0; i < count; i++)
            Compare(elements.Old(old + i), elements.New(next + i));
    }

    /// <summary>
    /// A range of adjacent elements of an old list and of the corresponding new list. Their entries are on the stack.
    /// </summary>
    private readonly record struct Elements(List<int> Stack, int List, int OldAt, int FirstOrdinal, int OldCount, int NewAt, int NewCount)
    {
        public int Old(int index) => Stack[OldAt + index];

        public int New(int index) => Stack[NewAt + index];

        public Elements Slice(int oldFrom, int oldTo, int newFrom, int newTo) =>
            this with { OldAt = OldAt + oldFrom, FirstOrdinal = FirstOrdinal + oldFrom, OldCount = oldTo - oldFrom, NewAt = NewAt + newFrom, NewCount = newTo - newFrom };
    }
}
