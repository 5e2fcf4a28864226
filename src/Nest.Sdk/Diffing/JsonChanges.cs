using System.Buffers;

namespace Nest.Sdk.Diffing;

/// <summary>What one version of a document changes. Borrowed: points into the engine and into the compared bytes, and is valid until the engine's next call.</summary>
public readonly ref struct JsonChanges
{
    private readonly Utf8JsonDiff? _diff;
    private readonly ReadOnlySpan<byte> _next;
    private readonly int _version;

    internal JsonChanges(Utf8JsonDiff diff, ReadOnlySpan<byte> next, int version)
    {
        _diff = diff;
        _next = next;
        _version = version;
    }

    /// <summary>How many changes there are.</summary>
    /// <exception cref="InvalidOperationException">The engine has compared or committed another version since.</exception>
    public int Count => Records.Length;

    /// <summary>Whether the versions mean the same.</summary>
    /// <exception cref="InvalidOperationException">The engine has compared or committed another version since.</exception>
    public bool IsEmpty => Count == 0;

    private ReadOnlySpan<ChangeRecord> Records => _diff is null ? [] : _diff.ChangesOf(_version);

    private Utf8JsonDiff Engine => _diff ?? throw new InvalidOperationException("These are the default value, and no result of a comparison.");

    /// <summary>One change, in the order in which they can be applied: that of the document, but inside a list with additions or removals from its end to its start.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such change.</exception>
    /// <exception cref="InvalidOperationException">The engine has compared or committed another version since.</exception>
    public JsonChange this[int index] => new(Engine, _next, Records[index], _version);

    /// <summary>For foreach.</summary>
    /// <returns>A place before the first change.</returns>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Makes the compared version the committed one, by copying what differs.</summary>
    /// <exception cref="InvalidOperationException">The engine has compared or committed another version since.</exception>
    public void Commit() => Engine.Commit(_next, _version);

    /// <summary>Makes the compared version the committed one without copying it, by taking the array it stands in.</summary>
    /// <param name="buffer">The array whose first bytes were compared. Afterwards one that the caller may fill with the next version, its content unspecified; its size may differ.</param>
    /// <exception cref="ArgumentException">It is not the array that was compared.</exception>
    /// <exception cref="InvalidOperationException">The engine has compared or committed another version since.</exception>
    public void Commit(ref byte[] buffer) => Engine.Commit(_next, ref buffer, _version);

    /// <summary>Writes the changes as a patch of RFC 6902: a JSON array in UTF-8. Values are spelt as in the compared version, secrets included.</summary>
    /// <param name="output">Where to; nothing is written when the changes are no longer valid.</param>
    /// <exception cref="InvalidOperationException">The engine has compared or committed another version since.</exception>
    public void WritePatch(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _ = Records;
        output.Write("["u8);
        var isFirst = true;
        foreach (var change in this)
        {
            // Whole operations at a time: a writer of the caller's own may use the engine, and must not pull the change away while it is written.
            var text = Engine.Work.Text;
            text.ResetWrittenCount();
            text.Write(isFirst ? "{\"op\":\""u8 : ",{\"op\":\""u8);
            change.WriteOperation(text);
            output.Write(text.WrittenSpan);
            isFirst = false;
        }

        output.Write("]"u8);
    }

    /// <summary>Copies the changes, with their values.</summary>
    /// <returns>Operations that stay valid.</returns>
    /// <exception cref="InvalidOperationException">The engine has compared or committed another version since.</exception>
    public IReadOnlyList<JsonPatchOperation> ToOperations()
    {
        var operations = new JsonPatchOperation[Count];
        for (var i = 0; i < operations.Length; i++)
            operations[i] = this[i].ToOperation();
        return operations;
    }

    /// <summary>Goes through the changes.</summary>
    public ref struct Enumerator
    {
        private readonly JsonChanges _changes;
        private int _index;

        internal Enumerator(JsonChanges changes)
        {
            _changes = changes;
            _index = -1;
        }

        /// <summary>The change at this place.</summary>
        public readonly JsonChange Current => _changes[_index];

        /// <summary>Goes to the next change.</summary>
        /// <returns>False when there is none.</returns>
        public bool MoveNext() => ++_index < _changes.Count;
    }
}
