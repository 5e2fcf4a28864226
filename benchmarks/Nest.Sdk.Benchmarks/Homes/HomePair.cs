using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Benchmarks.Homes;

/// <summary>Two versions of a home, and the changes that a comparison must find.</summary>
/// <param name="Old">The previous version.</param>
/// <param name="Next">The next version, in its own array even when nothing changed.</param>
/// <param name="Changes">The number of changes. Null where a list of ids can be edited in more than one way.</param>
internal sealed record HomePair(byte[] Old, byte[] Next, int? Changes)
{
    private const int Seed = 2;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static HomePair Make(HomeSize size, HomeChange change) => Make(HomeDocument.Make(size), change);

    public static HomePair Make(byte[] home, HomeChange change)
    {
        var node = JsonNode.Parse(home)!.AsObject();
        var random = new Random(Seed);
        switch (change)
        {
            case HomeChange.Identical:
                return new(home, [.. home], 0);
            case HomeChange.OneLeaf:
                HomeEdits.ChangeHumidity(node);
                return new(home, Write(node), 1);
            case HomeChange.Away:
                HomeEdits.LeaveHome(node);
                return new(home, Write(node), 1);
            case HomeChange.ThreeLeaves:
                HomeEdits.ChangeThreeLengths(node);
                return new(home, Write(node), 3);
            case HomeChange.TenthOfLeaves:
                LeafEdits.Change(node, LeafEdits.Count(home) / 10, random);
                return new(home, Write(node), null);
            case HomeChange.EveryLeaf:
                LeafEdits.Change(node, LeafEdits.Count(home), random);
                return new(home, Write(node), null);
            case HomeChange.DeviceAdded:
                HomeEdits.RemoveThermostat(node);
                return new(Write(node), home, 2);
            case HomeChange.DeviceRemoved:
                HomeEdits.RemoveThermostat(node);
                return new(home, Write(node), 2);
            case HomeChange.Shuffled:
                return new(home, Write(HomeEdits.Shuffle(node, random)), 0);
            default:
                return new(home, JsonSerializer.SerializeToUtf8Bytes(node, Indented), 0);
        }
    }

    /// <summary>Makes a home in which this many leaves change, spread evenly.</summary>
    public static HomePair Make(byte[] home, int leaves)
    {
        var node = JsonNode.Parse(home)!;
        LeafEdits.Change(node, leaves, new Random(Seed));
        return new(home, Write(node), null);
    }

    /// <summary>
    /// Copies the same pair to other arrays this many times. Each array begins at another, random position within a
    /// cache line.
    /// </summary>
    public IEnumerable<HomePair> Elsewhere(int times)
    {
        for (var shift = 1; shift <= times; shift++)
        {
            // Consecutive allocations are adjacent in memory. An allocation between them moves the arrays after it.
            GC.KeepAlive(new byte[8 * shift]);
            byte[] old = [.. Old];
            GC.KeepAlive(new byte[24 * shift]);
            yield return this with { Old = old, Next = [.. Next] };
        }
    }

    private static byte[] Write(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node);
}
