using System.Text.Json;
using System.Text.Json.Nodes;
using JsonDiffPatchDotNet;
using KellermanSoftware.CompareNetObjects;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Peers.Records;
using Newtonsoft.Json.Linq;

namespace Nest.Sdk.Benchmarks.Peers;

/// <summary>
/// Other ways to find changes. Each keeps the old version in its own form, gets the bytes of the next version, and
/// finds one change.
/// </summary>
internal static class Peer
{
    /// <summary>Only reports whether anything changed.</summary>
    public static Func<bool> DeepEquals(HomePair pair)
    {
        var old = JsonElement.Parse(pair.Old);
        return () =>
        {
            using var next = JsonDocument.Parse(pair.Next);
            return !JsonElement.DeepEquals(old, next.RootElement);
        };
    }

    public static Func<bool> WalkElements(HomePair pair)
    {
        var old = JsonElement.Parse(pair.Old);
        return () =>
        {
            using var next = JsonDocument.Parse(pair.Next);
            var changes = new List<string>();
            ElementWalk.Compare("", old, next.RootElement, changes);
            return changes.Count == 1;
        };
    }

    public static Func<bool> WalkNodes(HomePair pair)
    {
        var old = JsonNode.Parse(pair.Old);
        return () =>
        {
            var changes = new List<string>();
            NodeWalk.Compare("", old, JsonNode.Parse(pair.Next), changes);
            return changes.Count == 1;
        };
    }

    /// <summary>Only reports whether anything changed, but creates typed values.</summary>
    public static Func<bool> CompareRecords(HomePair pair)
    {
        var old = Records(pair.Old);
        return () => old != Records(pair.Next);
    }

    public static Func<bool> JsonDiffPatchNet(HomePair pair)
    {
        var old = JToken.Parse(JsonSerializer.Serialize(JsonElement.Parse(pair.Old)));
        var differ = new JsonDiffPatch();
        return () =>
        {
            using var reader = new Newtonsoft.Json.JsonTextReader(new StreamReader(new MemoryStream(pair.Next)));
            return differ.Diff(old, JToken.ReadFrom(reader)) is not null;
        };
    }

    public static Func<bool> CompareNetObjects(HomePair pair)
    {
        var old = Records(pair.Old);
        var logic = new CompareLogic(new ComparisonConfig { MaxDifferences = int.MaxValue });
        return () => logic.Compare(old, Records(pair.Next)).Differences.Count == 1;
    }

    private static HomeRecord Records(byte[] document) => JsonSerializer.Deserialize(document, RecordsContext.Default.HomeRecord)!;
}
