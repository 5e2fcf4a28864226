using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing;

/// <summary>Finds members of one object by name, by meaning. Made for one object and used again for the next.</summary>
internal sealed class NameTable
{
    /// <summary>Nobody outside can choose names that collide.</summary>
    private static readonly ulong Seed = BitConverter.ToUInt64(Guid.NewGuid().ToByteArray()) | 1;

    private uint[] _hashes = [];
    private int[] _entries = [];
    private int _mask;

    /// <summary>Empties the table and makes room.</summary>
    public void Start(int names)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, names * 2));
        if (_entries.Length < size)
            (_hashes, _entries) = (new uint[size], new int[size]);
        _mask = size - 1;
        _entries.AsSpan(0, size).Fill(-1);
    }

    /// <summary>Adds a member of an index; false when there is one of that name.</summary>
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

    /// <summary>Looks for a member among those of an index.</summary>
    /// <param name="name">The name as it is spelt.</param>
    /// <param name="index">The index whose members are in the table.</param>
    /// <param name="document">The document of that index.</param>
    /// <returns>The entry; -1 when there is none.</returns>
    public int Find(ReadOnlySpan<byte> name, JsonIndex index, ReadOnlySpan<byte> document) => _entries[Place(Hash(name), name, index, document)];

    private int Place(uint hash, ReadOnlySpan<byte> name, JsonIndex index, ReadOnlySpan<byte> document)
    {
        for (var at = (int)hash & _mask; ; at = (at + 1) & _mask)
        {
            if (_entries[at] < 0 || (_hashes[at] == hash && EscapedText.AreEqual(index.Name(_entries[at], document), name)))
                return at;
        }
    }

    /// <summary>The same for names that mean the same.</summary>
    public static uint Hash(ReadOnlySpan<byte> name)
    {
        if (TryHash(name, out var hash))
            return hash;
        var plain = ArrayPool<byte>.Shared.Rent(name.Length);
        // What was an escape may be a backslash now; it is hashed like any letter.
        TryHash(plain.AsSpan(0, EscapedText.Decode(name, plain)), out hash);
        ArrayPool<byte>.Shared.Return(plain);
        return hash;
    }

    /// <returns>False when there is a backslash in it: the hash is that of the spelling.</returns>
    private static bool TryHash(ReadOnlySpan<byte> name, out uint hash)
    {
        // Spread, or the length would cancel out a letter: 5 and 65 were one.
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

    /// <summary>Not zero when one of eight bytes is a backslash.</summary>
    private static ulong Backslashes(ulong block)
    {
        var different = block ^ 0x5C5C5C5C5C5C5C5C;
        return (different - 0x0101010101010101) & ~different & 0x8080808080808080;
    }

    /// <summary>The last eight bytes, of short names all there are: overlapping reads instead of a loop over bytes.</summary>
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
