using System.Text.Json;

namespace Nest.Sdk.Diffing;

/// <summary>
/// Computes a hash of the meaning of a value, equal for all its spellings and orders. Equal hashes are a strong hint,
/// not a proof.
/// </summary>
/// <remarks>
/// The hashes of containers are cached during a comparison: nested lists need them again at every level.
/// </remarks>
internal sealed class MeaningHash
{
    private readonly Dictionary<int, ulong> _containers = [];

    public int Capacity => _containers.Capacity;

    public void Clear()
    {
        if (_containers.Count > 0)
            _containers.Clear();
    }

    public ulong Of(JsonIndex index, int entry, ReadOnlySpan<byte> document)
    {
        if (!index.IsContainer(entry))
            return OfLeaf(index, entry, document);
        if (_containers.TryGetValue(entry, out var known))
            return known;
        var kind = index.Kind(entry);
        var hash = Mix((ulong)kind, kind == JsonValueKind.Object ? OfMembers(index, entry, document) : OfElements(index, entry, document));
        _containers.Add(entry, hash);
        return hash;
    }

    private static ulong OfLeaf(JsonIndex index, int entry, ReadOnlySpan<byte> document)
    {
        var kind = index.Kind(entry);
        return Mix((ulong)kind, kind switch
        {
            JsonValueKind.String => NameTable.Hash(index.Value(entry, document)[1..^1]),
            JsonValueKind.Number => (ulong)ExactNumber.HashOf(index.Value(entry, document)),
            _ => 0,
        });
    }

    private ulong OfMembers(JsonIndex index, int entry, ReadOnlySpan<byte> document)
    {
        ulong sum = 0;
        for (var child = index.FirstChild(entry); child >= 0; child = index.NextSibling(child))
            sum += Mix(NameTable.Hash(index.Name(child, document)), Of(index, child, document));
        return sum;
    }

    private ulong OfElements(JsonIndex index, int entry, ReadOnlySpan<byte> document)
    {
        ulong hash = 1;
        for (var child = index.FirstChild(entry); child >= 0; child = index.NextSibling(child))
            hash = Mix(hash, Of(index, child, document));
        return hash;
    }

    private static ulong Mix(ulong one, ulong other)
    {
        var high = Math.BigMul(one ^ 0x9E3779B97F4A7C15, other ^ 0xC2B2AE3D27D4EB4F, out var low);
        return high ^ low;
    }
}
