using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nest.Sdk.Diffing;

/// <summary>Compares successive versions of a JSON document and reports the exact changes of each.</summary>
/// <remarks>
/// Compares by meaning: the order of members, white space, and the spelling of numbers (exact decimal value, any size)
/// and strings do not matter. Everything else does.
/// Works for any JSON. Not thread-safe. The result of a comparison refers to memory of the engine and to the compared
/// bytes, and is valid until the next call.
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

    /// <summary>Creates an engine without a committed version.</summary>
    public Utf8JsonDiff()
        : this(Deepest)
    {
    }

    /// <param name="maxDepth">The maximum depth of a document.</param>
    internal Utf8JsonDiff(int maxDepth) => _maxDepth = maxDepth;

    /// <summary>The maximum depth of a document: 4,096 levels.</summary>
    public static int MaxDepth => Deepest;

    /// <summary>The last committed version. Empty before the first. Valid until the next commit.</summary>
    public ReadOnlySpan<byte> Document => _document.AsSpan(0, _length);

    internal JsonIndex Index => _index;

    /// <summary>The working memory. Not null while there are changes.</summary>
    internal DiffWork Work => _work!;

    /// <summary>Compares two documents once.</summary>
    /// <param name="old">The old document, JSON in UTF-8.</param>
    /// <param name="next">The new document, JSON in UTF-8.</param>
    /// <returns>The changes from the old document to the new one. Refers to <paramref name="next"/>.</returns>
    /// <exception cref="JsonInputException">One of the documents is not valid JSON. The message says which.</exception>
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

    /// <summary>
    /// Compares a new version with the last committed one. The engine stores it only when
    /// <see cref="JsonChanges.Commit()"/> is called.
    /// </summary>
    /// <remarks>Before the first commit, the result is one addition of the whole document.</remarks>
    /// <param name="next">
    /// The complete new version, JSON in UTF-8 without a byte order mark. The bytes must not change until the changes
    /// are committed or no longer used.
    /// </param>
    /// <returns>The changes. Empty when the versions are equal by meaning.</returns>
    /// <exception cref="JsonInputException">
    /// The document is not valid JSON, is nested deeper than <see cref="MaxDepth"/>, or has an object with two members
    /// of the same name. The engine is unchanged.
    /// </exception>
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
            throw new InvalidOperationException("These changes are no longer valid: the engine has compared or committed another version since. Copy them before the next call.");
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
            // A rejected document may have been huge.
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

    /// <summary>
    /// Discards the last comparison if it was not committed. The next call would do so too, but may be hours away.
    /// </summary>
    internal void Forget()
    {
        _version++;
        if (_work is not null)
            Return();
    }

    /// <summary>Copies the compared version into the buffer of the engine.</summary>
    internal void Commit(ReadOnlySpan<byte> next, int version)
    {
        if (TryCommitInPlace(next, version))
            return;
        if (_document.Length < next.Length || _document.Length / 2 > next.Length)
            _document = new byte[(int)Math.Min(next.Length + (next.Length / 16L), Array.MaxLength)];
        next.CopyTo(_document);
        Adopt(next.Length);
    }

    /// <summary>Commits the compared version by taking ownership of its buffer.</summary>
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

    /// <summary>Copies only the changed leaves, when no length has changed.</summary>
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
