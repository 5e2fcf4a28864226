using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing;

/// <summary>Compares objects. The order of members does not matter, and rarely changes.</summary>
internal readonly ref partial struct TreeWalk
{
    private void CompareObjects(int old, int next)
    {
        var (before, after) = (_old.FirstChild(old), _new.FirstChild(next));
        while (before >= 0 && after >= 0 && HaveSameName(before, after))
        {
            Compare(before, after);
            (before, after) = (_old.NextSibling(before), _new.NextSibling(after));
        }

        if (before >= 0 || after >= 0)
            CompareByName(old, before, next, after);
    }

    private bool HaveSameName(int old, int next) => EscapedText.AreEqual(_old.Name(old, _oldDocument), _new.Name(next, _newDocument));

    /// <summary>
    /// Compares members by name, from the first one that differs in order or exists in one version only.
    /// </summary>
    private void CompareByName(int old, int before, int next, int after)
    {
        DuplicateNames.Enter(_new, next, _newDocument, _work.Names);
        // Nested objects reuse the table, so all members are looked up before any of them is compared.
        var pairs = _work.Entries;
        var bottom = pairs.Count;
        for (; before >= 0; before = _old.NextSibling(before))
        {
            pairs.Add(before);
            var found = _work.Names.Find(_old.Name(before, _oldDocument), _new, _newDocument);
            pairs.Add(found);
            if (found >= 0)
                _new.Mark(found);
        }

        var matched = pairs.Count;
        for (; after >= 0; after = _new.NextSibling(after))
        {
            if (!_new.Unmark(after))
                pairs.Add(after);
        }

        CompareFound(old, bottom, matched);
        pairs.RemoveRange(bottom, pairs.Count - bottom);
    }

    private void CompareFound(int old, int bottom, int matched)
    {
        var pairs = _work.Entries;
        for (var i = bottom; i < matched; i += 2)
        {
            if (pairs[i + 1] < 0)
                _work.Changes.Add().SetRemoved(pairs[i]);
            else
                Compare(pairs[i], pairs[i + 1]);
        }

        for (var (i, end) = (matched, pairs.Count); i < end; i++)
            Add(old, 0, pairs[i]);
    }
}
