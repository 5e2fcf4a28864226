using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Benchmarks.Peers;
using Nest.Sdk.Benchmarks.Works;

namespace Nest.Sdk.Benchmarks.Charts;

/// <summary>The cost of a comparison as a multiple of memcmp, by document size and by the number of changes.</summary>
internal static class CostCharts
{
    private const string YTitle = "time, as a multiple of memcmp";
    private static readonly TimeSpan FirstSettling = TimeSpan.FromSeconds(0.6);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(0.05);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(0.1);
    private const int Makes = 3;

    /// <summary>
    /// From a structure without devices to far more than Nest allows. Each step is about four times the one before.
    /// </summary>
    private static readonly HomeShape[] Shapes =
    [
        new(Structures: 1, Thermostats: 0, Protects: 0, Cameras: 0, Rooms: 3),
        new(Structures: 1, Thermostats: 2, Protects: 1, Cameras: 0, Rooms: 1),
        HomeShape.Medium,
        new(Structures: 1, Thermostats: 20, Protects: 18, Cameras: 11, Rooms: 9),
        new(Structures: 4, Thermostats: 20, Protects: 18, Cameras: 11, Rooms: 9),
        new(Structures: 16, Thermostats: 20, Protects: 18, Cameras: 11, Rooms: 9),
        new(Structures: 64, Thermostats: 20, Protects: 18, Cameras: 11, Rooms: 9),
    ];

    public static void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        // Otherwise the first points of the slow line would show the compiler instead of the code.
        var pair = HomePair.Make(HomeSize.L, HomeChange.OneLeaf);
        Pairing.WarmUp(new DiffWork(pair), new PeerWork(Peer.CompareRecords(pair)), FirstSettling);
        BySize().Save(Path.Combine(folder, "cost-by-size.svg"));
        ByChanges().Save(Path.Combine(folder, "cost-by-changes.svg"));
    }

    private static LineChart BySize()
    {
        var homes = Shapes.Select(static shape => HomeDocument.Make(shape)).ToList();
        var leaf = homes.ConvertAll(static home => (Kilobytes: home.Length / 1024.0, Pair: HomePair.Make(home, HomeChange.Away)));
        var same = homes.ConvertAll(static home => (Kilobytes: home.Length / 1024.0, Pair: HomePair.Make(home, HomeChange.Identical)));
        return new(
            "Cost over the size of the document",
            "size of the document",
            YTitle,
            4,
            static kilobytes => kilobytes < 1024 ? FormattableString.Invariant($"{kilobytes:0.##} KB") : FormattableString.Invariant($"{kilobytes / 1024:0.#} MB"),
            [
                Line("one leaf changed", 0, leaf, static pair => new DiffWork(pair)),
                Line("nothing changed", 1, same, static pair => new DiffWork(pair)),
                Line("tokenise", 2, leaf, static pair => new Tokenise(pair.Next)),
                Line("whole document", 3, leaf, static pair => new PeerWork(Peer.CompareRecords(pair))),
            ]);
    }

    private static LineChart ByChanges()
    {
        var home = HomeDocument.Make(HomeSize.L);
        var all = LeafEdits.Count(home);
        var pairs = new[] { 1, 3, 10, 30, 100, 300, 1000, all }.Select(leaves => ((double)leaves, HomePair.Make(home, leaves))).ToList();
        return new(
            FormattableString.Invariant($"Cost over what changes, at L ({home.Length / 1024} KB, {all:#,0} leaves)"),
            "leaves that change",
            YTitle,
            10,
            static leaves => FormattableString.Invariant($"{leaves:#,0}"),
            [
                Line("diff and commit", 0, pairs, static pair => new DiffWork(pair)),
                Line("tokenise", 2, pairs, static pair => new Tokenise(pair.Next)),
                Line("whole document", 3, pairs, static pair => new PeerWork(Peer.CompareRecords(pair))),
            ]);
    }

    private static Series Line(string name, int hue, IEnumerable<(double X, HomePair Pair)> pairs, Func<HomePair, Work> candidate) =>
        new(name, hue, [.. pairs.Select(point => (point.X, Measure(point.Pair, candidate)))]);

    private static double Measure(HomePair pair, Func<HomePair, Work> candidate) =>
        Pairing.Measure(pair.Elsewhere(Makes).Select(pair => ((Work)new CompareMemory(pair.Next), candidate(pair))), Settling, Length).Ratio!.Value;
}
