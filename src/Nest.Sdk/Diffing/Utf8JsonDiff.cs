using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nest.Sdk.Diffing;

/// <summary>Follows a JSON document through its versions, and says exactly what each one changes.</summary>
/// <remarks>
/// Equality is by meaning: the order of members, white space, the spelling of numbers (exact decimal value, any size) and of strings do not count; everything else does.
/// Works for any JSON. Not for several threads at once. What a comparison returns points into this engine and into the bytes it was given, and is valid until the next call.
/// </remarks>
public sealed class Utf8JsonDiff
{
    internal const int Deepest = 4096;

    private readonly int _maxDepth;
    private readonly JsonIndex _index = new();
    private byte[] _document = [];
    private int _length;
    private DiffWork? _work;
    private int _version;
    private int _hint;

    /// <summary>Creates an engine without a version.</summary>
    public Utf8JsonDiff()
        : this(Deepest)
    {
    }

    /// <param name="maxDepth">How deeply a document may be nested.</param>
    internal Utf8JsonDiff(int maxDepth) => _maxDepth = maxDepth;

    /// <summary>How deeply a document may be nested: 4,096 levels.</summary>
    public static int MaxDepth => Deepest;

    /// <summary>The last committed version; empty before the first. Points into the engine: valid until the next commit.</summary>
    public ReadOnlySpan<byte> Document => _document.AsSpan(0, _length);

    internal JsonIndex Index => _index;

    /// <summary>There while there are changes.</summary>
    internal DiffWork Work => _work!;

    /// <summary>Compares two documents once.</summary>
    /// <param name="old">The document before, JSON in UTF-8.</param>
    /// <param name="next">The document now.</param>
    /// <returns>What turns the old one into the new one; points into <paramref name="next"/>.</returns>
    /// <exception cref="JsonInputException">One of them is no sound JSON; the text says which.</exception>
    public static JsonChanges Compare(ReadOnlySpan<byte> old, ReadOnlySpan<byte> next)
    {
        var diff = new Utf8JsonDiff();
        try
        {
            diff.Compare(old).Commit();
        }
        catch (JsonInputException error)
        {
            throw new JsonInputException($"The old document: {error.What}", error.ByteOffset);
        }

        return diff.Compare(next);
    }

    /// <summary>Compares the next version with the last committed one. Nothing of it is kept unless <see cref="JsonChanges.Commit()"/> is called.</summary>
    /// <remarks>Before the first commit everything is new: one addition of the whole document.</remarks>
    /// <param name="next">The whole next version, JSON in UTF-8 without byte order mark. The bytes must stay as they are while the changes are used, up to their commit.</param>
    /// <returns>What it changes; empty when it means the same.</returns>
    /// <exception cref="JsonInputException">It is no sound JSON, nested deeper than <see cref="MaxDepth"/>, or has two members of one name. The engine stays as it was.</exception>
    public JsonChanges Compare(ReadOnlySpan<byte> next)
    {
        _version++;
        _work?.Clear();
        var steps = new LockStep(_index, Document, next, _hint, _maxDepth);
        if (_index.Count == 0 || !steps.Skip())
            Find(ref steps, next);
        return new JsonChanges(this, next, _version);
    }

    internal ReadOnlySpan<ChangeRecord> ChangesOf(int version)
    {
        if (version != _version)
            throw new InvalidOperationException("These changes are no longer valid: the engine has compared or committed another version since. Copy what you want to keep.");
        return _work is null ? [] : _work.Changes.Items;
    }

    private void Find(ref LockStep steps, ReadOnlySpan<byte> next)
    {
        _work ??= DiffWork.Rent();
        try
        {
            if (_index.Count == 0)
                First(next);
            else
                Follow(ref steps, next);
        }
        catch (JsonInputException)
        {
            // A refused document may have been a huge one.
            Return();
            throw;
        }
    }

    private void First(ReadOnlySpan<byte> next)
    {
        JsonIndexer.ReadDocument(next, _work!.Next, _maxDepth);
        DuplicateNames.Check(_work!.Next, 0, next, _work.Names);
        _work.Changes.Add().SetAdded(-1, 0, _work.Next, 0);
        _work.IsWhole = true;
    }

    private void Follow(ref LockStep steps, ReadOnlySpan<byte> next)
    {
        if (!steps.TryFollow(_work!))
        {
            _work!.Clear();
            JsonIndexer.ReadDocument(next, _work.Next, _maxDepth);
            Walk(next);
            _work.IsWhole = true;
        }

        _hint = steps.Hint;
    }

    private void Walk(ReadOnlySpan<byte> next)
    {
        if (Math.Max(_index.Deepest, _work!.Next.Deepest) > DeepStack.Shallow)
            WalkDeep(next.ToArray());
        else
            new TreeWalk(_index, Document, next, _work).Compare(0, 0);
    }

    private void WalkDeep(byte[] next) => DeepStack.Run(() =>
    {
        new TreeWalk(_index, Document, next, _work!).Compare(0, 0);
        return true;
    });

    /// <summary>Throws away what was compared last, if it was not committed: the next call would, but may be hours away.</summary>
    internal void Forget()
    {
        _version++;
        if (_work is not null)
            Return();
    }

    /// <summary>Takes the compared version over, into the buffer of this engine.</summary>
    internal void Commit(ReadOnlySpan<byte> next, int version)
    {
        if (TryCommitInPlace(next, version))
            return;
        if (_document.Length < next.Length || _document.Length / 2 > next.Length)
            _document = new byte[(int)Math.Min(next.Length + (next.Length / 16L), Array.MaxLength)];
        next.CopyTo(_document);
        Adopt(next.Length);
    }

    /// <summary>The same with the buffer that the compared version stands in.</summary>
    internal void Commit(ReadOnlySpan<byte> next, ref byte[] buffer, int version)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (buffer.Length < next.Length || !Unsafe.AreSame(ref MemoryMarshal.GetReference(next), ref MemoryMarshal.GetArrayDataReference(buffer)))
            throw new ArgumentException("The array must be the one that was compared, from its first byte on.", nameof(buffer));
        if (TryCommitInPlace(next, version))
            return;
        (_document, buffer) = (buffer, _document);
        Adopt(next.Length);
    }

    /// <summary>Where no length has changed, only the leaves that have are copied.</summary>
    private bool TryCommitInPlace(ReadOnlySpan<byte> next, int version)
    {
        _ = ChangesOf(version);
        _version++;
        if (_work is null)
            return true;
        if (_work.IsWhole || _work.HasMoved)
            return false;
        foreach (ref readonly var edit in _work.Edits.Items)
        {
            next.Slice(edit.NewStart, edit.NewLength).CopyTo(_document.AsSpan(edit.NewStart));
            _index.SetKind(edit.From, edit.Kind);
        }

        Return();
        return true;
    }

    private void Adopt(int length)
    {
        _length = length;
        if (_work!.IsWhole)
            _index.CopyFrom(_work.Next);
        else
            _index.Apply(_work.Edits.Items, _work.Next);
        Return();
    }

    private void Return()
    {
        _work!.Return();
        _work = null;
    }
}
