using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Benchmarks.Peers;
using Nest.Sdk.Benchmarks.Works;

namespace Nest.Sdk.Benchmarks.Goals;

/// <summary>The kinds of goals: which work is measured against which.</summary>
internal static class GoalKinds
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(1.2);

    /// <summary>Peers are hundreds of times slower: a rough number is enough.</summary>
    private static readonly TimeSpan PeerBudget = TimeSpan.FromSeconds(0.6);

    public static Goal ToMemory(string id, HomeSize size, HomeChange change, double limit) =>
        Of(id, size, change, limit, bytes: 0, static pair => (new CompareMemory(pair.Next), new DiffWork(pair)));

    public static Goal ToMemorySwapping(string id, HomeSize size, HomeChange change, double limit) =>
        Of(id, size, change, limit, bytes: 0, static pair => (new CompareMemory(pair.Next), new SwapWork(pair)));

    public static Goal ToMemoryWithPatch(string id, HomeSize size, HomeChange change, double limit) =>
        Of(id, size, change, limit, bytes: 0, static pair => (new CompareMemory(pair.Next), new PatchWork(pair)), " patch");

    public static Goal ToColdMemory(string id, HomeSize size, HomeChange change, double limit) =>
        Of(id, size, change, limit, bytes: 0, static pair => (new ColdMemory(pair.Next), new ColdDiff(pair)), " cold fleet");

    public static Goal ToTokens(string id, HomeSize size, HomeChange change, double limit, double? bytes) =>
        Of(id, size, change, limit, bytes, static pair => (new Tokenise(pair.Next), new DiffWork(pair)));

    public static Goal ToTokensOneWay(string id, HomeSize size, HomeChange change, double limit) =>
        Of(id, size, change, limit, bytes: null, static pair => (new Tokenise(pair.Next), new OneWayWork(pair)));

    public static Goal AfterShuffle(string id, HomeSize size, double limit) =>
        Of(id, size, HomeChange.Shuffled, limit, bytes: 0, static pair => (new CompareMemory(pair.Next), new AfterShuffleWork(pair)), ", then the same again");

    public static Goal ToPeer(string id, string name, Func<HomePair, Func<bool>> peer, double? limit) =>
        new(id, $"{HomeSize.L} {name}", limit, IsLeast: true, Bytes: null, () =>
        {
            var pair = HomePair.Make(HomeSize.L, HomeChange.OneLeaf);
            return Measured(new DiffWork(pair), new PeerWork(peer(pair)), PeerBudget);
        });

    /// <summary>The other process can't take turns with this one: the engine is measured here, before it.</summary>
    public static Goal ToNode(string id, string name, double? limit) =>
        new(id, $"{HomeSize.L} {name} (Node)", limit, IsLeast: true, Bytes: null, () =>
        {
            var pair = HomePair.Make(HomeSize.L, HomeChange.OneLeaf);
            var engine = Measured(new CompareMemory(pair.Next), new DiffWork(pair), PeerBudget).CandidateNanoseconds;
            return NodePeers.Measure(pair, name, engine);
        });

    private static Goal Of(string id, HomeSize size, HomeChange change, double limit, double? bytes, Func<HomePair, (Work Baseline, Work Candidate)> works, string addition = "") =>
        new(id, $"{size} {Subject(change)}{addition}", limit, IsLeast: false, bytes, () =>
        {
            var (baseline, candidate) = works(HomePair.Make(size, change));
            return Measured(baseline, candidate, Budget);
        });

    private static Measurement Measured(Work baseline, Work candidate, TimeSpan budget)
    {
        Pairing.WarmUp(baseline, candidate, Settling);
        // What was made to get ready must not be collected in the middle.
        GC.Collect();
        return Pairing.Measure(baseline, candidate, budget);
    }

    private static string Subject(HomeChange change) => change switch
    {
        HomeChange.Identical => "identical",
        HomeChange.OneLeaf => "leaf",
        HomeChange.ThreeLeaves => "three leaves",
        HomeChange.TenthOfLeaves => "10 % of leaves",
        HomeChange.EveryLeaf => "every leaf",
        HomeChange.DeviceAdded => "device added",
        HomeChange.DeviceRemoved => "device removed",
        HomeChange.Shuffled => "shuffled",
        _ => "white space",
    };
}
