#pragma warning disable // The surface only: the code follows.
using System.Buffers;
using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>Follows a document through its versions, and says exactly what each one changes. Skeleton.</summary>
public sealed class Utf8JsonDiff
{
    /// <summary>How deeply a document may be nested.</summary>
    public const int MaxDepth = 64;

    /// <summary>Compares two documents once.</summary>
    public static JsonChanges Compare(ReadOnlySpan<byte> old, ReadOnlySpan<byte> next)
    {
        var diff = new Utf8JsonDiff();
        diff.Compare(old).Commit();
        return diff.Compare(next);
    }

    /// <summary>The last committed version; empty before the first.</summary>
    public ReadOnlySpan<byte> Document => throw new NotImplementedException();

    /// <summary>Compares the next version with the last committed one. Nothing is kept of it unless <see cref="JsonChanges.Commit()"/> is called.</summary>
    public JsonChanges Compare(ReadOnlySpan<byte> next) => throw new NotImplementedException();
}

/// <summary>What one version changes.</summary>
public readonly ref struct JsonChanges
{
    /// <summary>How many.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>Whether nothing changed in meaning.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>One of them, in an order in which they can be applied.</summary>
    public JsonChange this[int index] => throw new NotImplementedException();

    /// <summary>For foreach.</summary>
    public Enumerator GetEnumerator() => throw new NotImplementedException();

    /// <summary>Makes the compared version the committed one: copies what differs.</summary>
    public void Commit() => throw new NotImplementedException();

    /// <summary>The same without a copy: takes the array that holds the compared version (from its first byte) and gives the engine's former array back in its place.</summary>
    public void Commit(ref byte[] buffer) => throw new NotImplementedException();

    /// <summary>Writes a patch of RFC 6902 in UTF-8.</summary>
    public void WritePatch(IBufferWriter<byte> output) => throw new NotImplementedException();

    /// <summary>Copies that stay valid.</summary>
    public IReadOnlyList<JsonPatchOperation> ToOperations() => throw new NotImplementedException();

    /// <summary>Enumerator.</summary>
    public ref struct Enumerator
    {
        /// <summary>Current.</summary>
        public readonly JsonChange Current => throw new NotImplementedException();

        /// <summary>Next.</summary>
        public bool MoveNext() => throw new NotImplementedException();
    }
}

/// <summary>One change; points into both versions, valid until the commit.</summary>
public readonly ref struct JsonChange
{
    /// <summary>Add, Remove or Replace.</summary>
    public JsonPatchKind Kind => throw new NotImplementedException();

    /// <summary>The JSON pointer.</summary>
    public string Path => throw new NotImplementedException();

    /// <summary>Writes the JSON pointer in UTF-8, unquoted.</summary>
    public void WritePath(IBufferWriter<byte> output) => throw new NotImplementedException();

    /// <summary>The value before.</summary>
    public JsonChangeValue Old => throw new NotImplementedException();

    /// <summary>The value now.</summary>
    public JsonChangeValue New => throw new NotImplementedException();

    /// <summary>A copy that stays valid.</summary>
    public JsonPatchOperation ToOperation() => throw new NotImplementedException();
}

/// <summary>A value where it stands in its document.</summary>
public readonly ref struct JsonChangeValue
{
    /// <summary>The JSON text; empty when there is no value.</summary>
    public ReadOnlySpan<byte> Utf8 => throw new NotImplementedException();

    /// <summary>The kind; Undefined when there is no value.</summary>
    public JsonValueKind Kind => throw new NotImplementedException();

    /// <summary>Text.</summary>
    public string GetString() => throw new NotImplementedException();

    /// <summary>True or false.</summary>
    public bool GetBoolean() => throw new NotImplementedException();

    /// <summary>A whole number.</summary>
    public bool TryGetInt64(out long value) => throw new NotImplementedException();

    /// <summary>A decimal number.</summary>
    public bool TryGetDecimal(out decimal value) => throw new NotImplementedException();

    /// <summary>A floating point number.</summary>
    public bool TryGetDouble(out double value) => throw new NotImplementedException();

    /// <summary>A copy.</summary>
    public JsonElement ToElement() => throw new NotImplementedException();
}
