using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing;

/// <summary>Finds members of one object by the meaning of their names. Reused from object to object.</summary>
internal sealed class NameTable
{
    /// <summary>Random, so that an attacker cannot choose names that collide.</summary>
    private static readonly ulong Seed = BitConverter.ToUInt64(Guid.NewGuid().ToByteArray()) | 1;

    private uint[] _hashes = [];
    private int[] _entries = [];
    private int _mask;

    /// <summary>Clears the table and reserves capacity.</summary>
    public void Start(int names)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, names * 2));
        if (_entries.Length < size)
            (_hashes, _entries) = (new uint[size], new int[size]);
        _mask = size - 1;
        _entries.AsSpan(0, size).Fill(-1);
    }

    /// <summary>Adds a member of an index. Returns false when the table contains that name.</summary>
    public bool TryAdd(int entry, JsonIndex index, ReadOnlySpan<byte> document)
    {
        var name = index.Name(entry, document);
        var hash = Hash(name);
        var at = Place(hash, name, index, document);
        if (_entries[at] >= 0)
            return false;
        (_hashes[at], _entries[at]) = (hash, entry);
        return true;
    }

    /// <summary>Finds a member among those of an index.</summary>
    /// <param name="name">The name as spelled in the document.</param>
    /// <param name="index">The index whose members are in the table.</param>
    /// <param name="document">The document of that index.</param>
    /// <returns>The entry. -1 when the table does not contain the name.</returns>
    public int Find(ReadOnlySpan<byte> name, JsonIndex index, ReadOnlySpan<byte> document) => _entries[Place(Hash(name), name, index, document)];

    private int Place(uint hash, ReadOnlySpan<byte> name, JsonIndex index, ReadOnlySpan<byte> document)
    {
        for (var at = (int)hash & _mask; ; at = (at + 1) & _mask)
        {
            if (_entries[at] < 0 || (_hashes[at] == hash && EscapedText.AreEqual(index.Name(_entries[at], document), name)))
                return at;
        }
    }

    /// <summary>The hash of a name, equal for all its spellings.</summary>
    public static uint Hash(ReadOnlySpan<byte> name)
    {
        if (TryHash(name, out var hash))
            return hash;
        var plain = ArrayPool<byte>.Shared.Rent(name.Length);
        // A decoded escape may be a backslash, which is hashed like any other character.
        TryHash(plain.AsSpan(0, EscapedText.Decode(name, plain)), out hash);
        ArrayPool<byte>.Shared.Return(plain);
        return hash;
    }

    /// <returns>False when the name contains a backslash. The hash is that of the spelling then.</returns>
    private static bool TryHash(ReadOnlySpan<byte> name, out uint hash)
    {
        // Spread, or the length could cancel out a letter: 5 and 65 would collide.
        var mixed = Seed ^ ((ulong)name.Length * 0x9E3779B97F4A7C15);
        var last = Last(name);
        var backslashes = Backslashes(last);
        for (; name.Length > 8; name = name[8..])
        {
            var block = MemoryMarshal.Read<ulong>(name);
            backslashes |= Backslashes(block);
            mixed = Mix(mixed, block);
        }

        mixed = Mix(mixed, last);
        hash = (uint)(mixed ^ (mixed >> 32));
        return backslashes == 0;
    }

    /// <summary>Nonzero when one of eight bytes is a backslash.</summary>
    private static ulong Backslashes(ulong block)
    {
        var different = block ^ 0x5C5C5C5C5C5C5C5C;
        return (different - 0x0101010101010101) & ~different & 0x8080808080808080;
    }

    /// <summary>
    /// The last eight bytes, or all bytes of a shorter name. Overlapping reads replace a loop over bytes.
    /// </summary>
    private static ulong Last(ReadOnlySpan<byte> name) => name.Length switch
    {
        >= 8 => MemoryMarshal.Read<ulong>(name[^8..]),
        >= 4 => MemoryMarshal.Read<uint>(name) | ((ulong)MemoryMarshal.Read<uint>(name[^4..]) << 32),
        > 0 => name[0] | ((ulong)name[name.Length / 2] << 8) | ((ulong)name[^1] << 16),
        _ => 0,
    };

    private static ulong Mix(ulong hash, ulong block)
    {
        var high = Math.BigMul(hash ^ block, Seed, out var low);
        return high ^ low ^ 0x9E3779B97F4A7C15;
    }
}
