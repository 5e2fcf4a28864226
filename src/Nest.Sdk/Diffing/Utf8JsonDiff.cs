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
    /// <summary>How deeply a document may be nested: 64 levels.</summary>
    public const int MaxDepth = 64;

    private readonly JsonIndex _index = new();
    private byte[] _document = [];
    private int _length;
    private DiffWork? _work;
    private int _version;

    /// <summary>The last committed version; empty before the first. Points into the engine: valid until the next commit.</summary>
    public ReadOnlySpan<byte> Document => _document.AsSpan(0, _length);

    internal JsonIndex Index => _index;

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
    /// <param name="next">The whole next version, JSON in UTF-8 without byte order mark.</param>
    /// <returns>What it changes; empty when it means the same.</returns>
    /// <exception cref="JsonInputException">It is no sound JSON, nested deeper than <see cref="MaxDepth"/>, or has two members of one name. The engine stays as it was.</exception>
    public JsonChanges Compare(ReadOnlySpan<byte> next)
    {
        _version++;
        _work?.Clear();
        if (_index.Count == 0 || !Document.SequenceEqual(next))
            CompareWhole(next);
        return new JsonChanges(this, next, _version);
    }

    internal ReadOnlySpan<ChangeRecord> ChangesOf(int version)
    {
        if (version != _version)
            throw new InvalidOperationException("These changes are no longer valid: the engine has compared or committed another version since. Copy what you want to keep.");
        return _work is null ? [] : CollectionsMarshal.AsSpan(_work.Changes);
    }

    internal void Commit(ReadOnlySpan<byte> next, int version)
    {
        Adopt(version);
        if (_document.Length < next.Length || _document.Length > 2 * next.Length)
            _document = new byte[next.Length + (next.Length / 16)];
        next.CopyTo(_document);
        _length = next.Length;
    }

    internal void Commit(ReadOnlySpan<byte> next, ref byte[] buffer, int version)
    {
        if (buffer.Length < next.Length || !Unsafe.AreSame(ref MemoryMarshal.GetReference(next), ref MemoryMarshal.GetArrayDataReference(buffer)))
            throw new ArgumentException("The array must be the one that was compared, from its first byte on.", nameof(buffer));
        Adopt(version);
        (_document, buffer) = (buffer, _document);
        _length = next.Length;
    }

    private void CompareWhole(ReadOnlySpan<byte> next)
    {
        _work ??= DiffWork.Rent();
        JsonIndexer.ReadDocument(next, _work.Next);
        if (_index.Count == 0)
        {
            DuplicateNames.Check(_work.Next, 0, next, _work.Names);
            _work.Changes.Add(ChangeRecord.Add(-1, 0, _work.Next, 0));
        }
        else
        {
            new TreeWalk(_index, Document, next, _work).Compare(0, 0);
        }
    }

    private void Adopt(int version)
    {
        _ = ChangesOf(version);
        _version++;
        if (_work is null)
            return;
        if (_work.Next.Count > 0)
            _index.CopyFrom(_work.Next);
        _work.Return();
        _work = null;
    }
}
