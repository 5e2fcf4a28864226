using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Benchmarks.Peers;
using Nest.Sdk.Benchmarks.Works;

namespace Nest.Sdk.Benchmarks.Goals;

/// <summary>The kinds of goals: which work is measured against which.</summary>
internal static class GoalKinds
{
    /// <summary>
    /// How long the compiler must have been idle: one and a half times its delay before it recompiles hot code.
    /// </summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(0.15);

    /// <summary>A peer starts cold, and must not appear slower than it is.</summary>
    private static readonly TimeSpan PeerSettling = TimeSpan.FromSeconds(0.6);

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(0.25);

    private const int Makes = 5;

    /// <summary>Peers are hundreds of times slower, so a rough number is enough.</summary>
    private static readonly TimeSpan PeerLength = TimeSpan.FromSeconds(0.6);

    public static Goal ToMemory(string id, HomeSize size, HomeChange change, double limit) =>
        Of(id, size, change, limit, bytes: 0, DiffToMemory);

    public static Goal ToMemorySwapping(string id, HomeSize size, HomeChange change, double limit) =>
        Of(id, size, change, limit, bytes: 0, static pair => (new CompareMemory(pair.Next), new SwapWork(pair)));

    public static Goal ToMemoryWithPatch(string id, HomeSize size, HomeChange change, double limit) =>
        Of(id, size, change, limit, bytes: 0, static pair => (new CompareMemory(pair.Next), new PatchWork(pair)), " patch");

    public static Goal ToColdMemory(string id, HomeSize size, HomeChange change, double limit) =>
        Of(id, size, change, limit, bytes: 0, static pair => (new ColdMemory(pair.Next), new ColdDiff(pair)), " cold fleet", makes: 1);

    public static Goal ToTokens(string id, HomeSize size, HomeChange change, double limit, double? bytes) =>
        Of(id, size, change, limit, bytes, static pair => (new Tokenise(pair.Next), new DiffWork(pair)));

    public static Goal ToTokensOneWay(string id, HomeSize size, HomeChange change, double limit) =>
        Of(id, size, change, limit, bytes: null, static pair => (new Tokenise(pair.Next), new OneWayWork(pair)));

    public static Goal AfterShuffle(string id, HomeSize size, double limit) =>
        Of(id, size, HomeChange.Shuffled, limit, bytes: 0, static pair => (new CompareMemory(pair.Next), new AfterShuffleWork(pair)), ", then the same again");

    public static Goal ModelToTokens(string id, HomeSize size, HomeChange change, double limit, double bytes) =>
        Of(id, size, change, limit, bytes, static pair => (new Tokenise(pair.Next), new PipelineWork(pair)), " with model");

    /// <summary>One make: such long operations do not depend on where an array begins.</summary>
    public static Goal ModelToWhole(string id, HomeSize size, HomeChange change, double limit) =>
        Of(id, size, change, limit, bytes: null, pair => (new WholeModel(pair, IsOneWay(change)), new PipelineWork(pair, IsOneWay(change))), " with model, to reading the whole", makes: 1);

    public static Goal ToPeer(string id, string name, Func<HomePair, Func<bool>> peer, double? limit) =>
        new(id, $"{HomeSize.L} {name}", limit, IsLeast: true, Bytes: null, () =>
        {
            var pair = HomePair.Make(HomeSize.L, HomeChange.OneLeaf);
            return Pairing.Measure([(new DiffWork(pair), new PeerWork(peer(pair)))], PeerSettling, PeerLength);
        });

    /// <summary>The other process cannot take turns with this one, so the engine is measured here first.</summary>
    public static Goal ToNode(string id, string name, double? limit) =>
        new(id, $"{HomeSize.L} {name} (Node)", limit, IsLeast: true, Bytes: null, () =>
        {
            var pair = HomePair.Make(HomeSize.L, HomeChange.OneLeaf);
            var engine = Pairing.Measure(pair.Elsewhere(Makes).Select(DiffToMemory), Settling, Length).CandidateNanoseconds;
            return NodePeers.Measure(pair, name, engine);
        });

    private static Goal Of(string id, HomeSize size, HomeChange change, double limit, double? bytes, Func<HomePair, (Work Baseline, Work Candidate)> works, string addition = "", int makes = Makes) =>
        new(id, $"{size} {Subject(change)}{addition}", limit, IsLeast: false, bytes, () =>
        {
            var pair = HomePair.Make(size, change);
            return Pairing.Measure(pair.Elsewhere(makes).Select(works), Settling, Length);
        });

    private static (Work Baseline, Work Candidate) DiffToMemory(HomePair pair) => (new CompareMemory(pair.Next), new DiffWork(pair));

    /// <summary>The way back is a different change.</summary>
    private static bool IsOneWay(HomeChange change) => change is HomeChange.DeviceAdded or HomeChange.DeviceRemoved;

    public static string Subject(HomeChange change) => change switch
    {
        HomeChange.Identical => "identical",
        HomeChange.OneLeaf => "leaf",
        HomeChange.Away => "away",
        HomeChange.ThreeLeaves => "three leaves",
        HomeChange.TenthOfLeaves => "10 % of leaves",
        HomeChange.EveryLeaf => "every leaf",
        HomeChange.DeviceAdded => "device added",
        HomeChange.DeviceRemoved => "device removed",
        HomeChange.Shuffled => "shuffled",
        _ => "white space",
    };
}
