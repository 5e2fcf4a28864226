using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>
/// The general path: walks two indexes in parallel, for changes that the lock-step path cannot follow.
/// </summary>
internal readonly ref partial struct TreeWalk(JsonIndex old, ReadOnlySpan<byte> oldDocument, ReadOnlySpan<byte> newDocument, DiffWork work)
{
    private readonly JsonIndex _old = old;
    private readonly ReadOnlySpan<byte> _oldDocument = oldDocument;
    private readonly JsonIndex _new = work.Next;
    private readonly ReadOnlySpan<byte> _newDocument = newDocument;
    private readonly DiffWork _work = work;

    /// <summary>Compares an old value with a new one, and records the differences.</summary>
    /// <exception cref="JsonInputException">The new value has an object with two members of the same name.</exception>
    public void Compare(int old, int next)
    {
        var before = _old.Value(old, _oldDocument);
        var after = _new.Value(next, _newDocument);
        // The old text was valid, so identical text is valid too.
        if (before.SequenceEqual(after))
            return;
        var kind = _old.Kind(old);
        if (kind != _new.Kind(next))
            Replace(old, next);
        else if (kind == JsonValueKind.Object)
            CompareObjects(old, next);
        else if (kind == JsonValueKind.Array)
            CompareLists(old, next);
        else if (!JsonMeaning.AreEqual(kind, before, after))
            Replace(old, next);
    }

    private void Replace(int old, int next)
    {
        CheckNames(next);
        _work.Changes.Add().SetReplaced(old, _new.Start(next), _new.Length(next));
    }

    private void Add(int container, int ordinal, int next)
    {
        CheckNames(next);
        _work.Changes.Add().SetAdded(container, ordinal, _new, next);
    }

    /// <summary>Checks the names of a value that is not in the old version, and so was not checked yet.</summary>
    private void CheckNames(int next)
    {
        if (_new.IsContainer(next))
            DuplicateNames.Check(_new, next, _newDocument, _work.Names);
    }
}
