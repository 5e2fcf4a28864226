using System.Buffers;

namespace Nest.Sdk.Diffing;

/// <summary>
/// The changes between two versions of a document. Refers to memory of the engine and to the compared bytes. Valid
/// until the next call of the engine.
/// </summary>
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

    /// <summary>The number of changes.</summary>
    /// <exception cref="InvalidOperationException">
    /// The engine has compared or committed another version since.
    /// </exception>
    public int Count => Records.Length;

    /// <summary>Whether the versions are equal by meaning.</summary>
    /// <exception cref="InvalidOperationException">
    /// The engine has compared or committed another version since.
    /// </exception>
    public bool IsEmpty => Count == 0;

    private ReadOnlySpan<ChangeRecord> Records => _diff is null ? [] : _diff.ChangesOf(_version);

    private Utf8JsonDiff Engine => _diff ?? throw new InvalidOperationException("The changes are the default value. Use the result of a comparison.");

    /// <summary>
    /// Gets a change. Changes are in the order in which they can be applied: document order, but from end to start
    /// inside a list with additions or removals.
    /// </summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">
    /// The index is negative, or not less than <see cref="Count"/>.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The engine has compared or committed another version since.
    /// </exception>
    public JsonChange this[int index] => new(Engine, _next, Records[index], _version);

    /// <summary>Gets an enumerator for <c>foreach</c>.</summary>
    /// <returns>An enumerator before the first change.</returns>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Makes the compared version the committed one. Copies the differences.</summary>
    /// <exception cref="InvalidOperationException">
    /// The engine has compared or committed another version since.
    /// </exception>
    public void Commit() => Engine.Commit(_next, _version);

    /// <summary>Makes the compared version the committed one without a copy. Takes ownership of its array.</summary>
    /// <param name="buffer">
    /// The array whose first bytes were compared. Afterwards an array for the next version, with unspecified content
    /// and possibly another size.
    /// </param>
    /// <exception cref="ArgumentException">The array is not the compared one.</exception>
    /// <exception cref="InvalidOperationException">
    /// The engine has compared or committed another version since.
    /// </exception>
    public void Commit(ref byte[] buffer) => Engine.Commit(_next, ref buffer, _version);

    /// <summary>
    /// Writes the changes as a JSON Patch (RFC 6902): a JSON array in UTF-8. Values keep the spelling of the compared
    /// version, including secrets.
    /// </summary>
    /// <param name="output">The output. Nothing is written when the changes are no longer valid.</param>
    /// <exception cref="InvalidOperationException">
    /// The engine has compared or committed another version since.
    /// </exception>
    public void WritePatch(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _ = Records;
        output.Write("["u8);
        var isFirst = true;
        foreach (var change in this)
        {
            // Writes whole operations: the caller's writer may use the engine, which must not invalidate a change while
            // it is written.
            var text = Engine.Work.Text;
            text.ResetWrittenCount();
            text.Write(isFirst ? "{\"op\":\""u8 : ",{\"op\":\""u8);
            change.WriteOperation(text);
            output.Write(text.WrittenSpan);
            isFirst = false;
        }

        output.Write("]"u8);
    }

    /// <summary>Copies the changes and their values.</summary>
    /// <returns>Independent copies.</returns>
    /// <exception cref="InvalidOperationException">
    /// The engine has compared or committed another version since.
    /// </exception>
    public IReadOnlyList<JsonPatchOperation> ToOperations()
    {
        var operations = new JsonPatchOperation[Count];
        for (var i = 0; i < operations.Length; i++)
            operations[i] = this[i].ToOperation();
        return operations;
    }

    /// <summary>Enumerates the changes.</summary>
    public ref struct Enumerator
    {
        private readonly JsonChanges _changes;
        private int _index;

        internal Enumerator(JsonChanges changes)
        {
            _changes = changes;
            _index = -1;
        }

        /// <summary>The change at the current position.</summary>
        public readonly JsonChange Current => _changes[_index];

        /// <summary>Moves to the next change.</summary>
        /// <returns>False after the last change.</returns>
        public bool MoveNext() => ++_index < _changes.Count;
    }
}
