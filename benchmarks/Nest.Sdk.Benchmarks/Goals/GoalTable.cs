using Nest.Sdk.Benchmarks.Google;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Memory;
using Nest.Sdk.Benchmarks.Peers;
using static Nest.Sdk.Benchmarks.Goals.FeedGoals;
using static Nest.Sdk.Benchmarks.Goals.GoalKinds;
using static Nest.Sdk.Benchmarks.Goals.StreamGoals;
using static Nest.Sdk.Benchmarks.Homes.HomeChange;
using static Nest.Sdk.Benchmarks.Homes.HomeSize;

namespace Nest.Sdk.Benchmarks.Goals;

/// <summary>All goals with their numbers. When a number improves, update it here and in <c>docs/diff.md</c>.</summary>
internal static class GoalTable
{
    public static IReadOnlyList<Goal> All { get; } =
    [
        // The same document again, as multiples of memcmp.
        ToMemory("P1", S, Identical, 1.5),
        ToMemory("P1", M, Identical, 1.15),
        ToMemory("P1", L, Identical, 1.15),
        ToMemory("P1", XL, Identical, 1.15),

        // One leaf of the same length.
        ToMemory("P2", S, OneLeaf, 2.5),
        ToMemory("P2", L, OneLeaf, 1.3),
        ToMemory("P2", XL, OneLeaf, 1.1),

        // Three leaves of other lengths. The engine takes the array over.
        ToMemorySwapping("P3", L, ThreeLeaves, 1.7),
        ToMemorySwapping("P3", XL, ThreeLeaves, 1.15),

        // Many leaves, as multiples of tokenising the next version.
        ToTokens("P4", L, TenthOfLeaves, 0.25, bytes: 0),
        ToTokens("P4", L, EveryLeaf, 1.5, bytes: 0),

        // A device is added or removed.
        ToTokensOneWay("P5", L, DeviceAdded, 0.15),
        ToTokensOneWay("P5", L, DeviceRemoved, 0.15),

        // Every object in another order, then the same document again.
        ToTokens("P6", M, Shuffled, 4, bytes: null),
        ToTokens("P6", L, Shuffled, 4, bytes: null),
        ToTokens("P6", XL, Shuffled, 4, bytes: null),
        AfterShuffle("P6", L, 1.15),

        // With the typed model. Never slower than a client without a diff engine.
        ModelToTokens("P7", L, OneLeaf, 0.045, bytes: 640),
        .. from size in (HomeSize[])[M, L, XL]
           from change in (HomeChange[])[OneLeaf, ThreeLeaves, TenthOfLeaves, EveryLeaf, DeviceAdded, DeviceRemoved, Shuffled]
           select ModelToWhole("P7", size, change, 1.1),

        // Peers on one leaf at L, as multiples of the engine.
        ToPeer("P8", "JsonDiffPatch.Net", Peer.JsonDiffPatchNet, 600),
        ToPeer("P8", "JsonElement recursion", Peer.WalkElements, 300),
        ToPeer("P8", "whole-document records", Peer.CompareRecords, 70),
        ToPeer("P8", "CompareNETObjects", Peer.CompareNetObjects, null),
        ToPeer("P8", "JsonNode recursion", Peer.WalkNodes, null),
        ToPeer("P8", "JsonElement.DeepEquals", Peer.DeepEquals, null),
        ToNode("P8", "fast-json-patch", 200),
        ToNode("P8", "jsondiffpatch", null),
        ToNode("P8", "rfc6902", null),

        // The patch as bytes.
        ToMemoryWithPatch("P9", L, OneLeaf, 1.6),

        // From the response body to the model.
        ToEmptyParser("P10", L, OneLeaf, 1.75, bytes: 700),
        ToEmptyParser("P10", L, Identical, 1.5, bytes: 40),
        ToEmptyParserWaiting("P10", L, OneLeaf),
        ToEmptyParserWaiting("P10", L, Identical),

        // A thousand homes, none of them in a cache.
        ToColdMemory("P11", L, OneLeaf, 1.15),

        // The memory of an idle home, and the part of it that each component alone would use.
        Kept("P12", M, "idle home", IdleHomes.Client, bytes: 70 * 1024),
        Kept("P12", M, "engine", IdleHomes.Engine, bytes: null),
        Kept("P12", M, "model", IdleHomes.Model, bytes: null),
        Kept("P12", M, "parser", IdleHomes.Parser, bytes: null),

        // One trait in a message of Google's, 15.5 KB.
        ToTree("G1", "one trait, to a tree that is kept", isKept: true, 0.25, bytes: 1300),
        ToTree("G1", "one trait, to a tree that is parsed", isKept: false, 0.125, bytes: 1300),
        ToOneHome("G1", "one trait over 5,000 homes, to one home", 2.5),

        // A backlog: decoding, and the rest.
        ToDecoding("G2", "backlog, to decoding alone", 8),

        // The memory of an idle home behind a shared feed.
        IdleGoogle("G3", "idle home of 4.7 KB", GoogleHome.ListOfHouse, bytes: 50 * 1024),
        IdleGoogle("G3", "idle home of 15.5 KB", GoogleHome.List, bytes: null),
    ];
}
