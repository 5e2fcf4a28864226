using System.Text.Json.Nodes;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>
/// Creates an engine that holds the old version of a pair, and verifies that it finds the expected changes.
/// </summary>
internal static class Versions
{
    /// <exception cref="InvalidOperationException">
    /// The engine finds other changes, so its speed is meaningless.
    /// </exception>
    public static Utf8JsonDiff Start(HomePair pair)
    {
        var engine = new Utf8JsonDiff();
        engine.Compare(pair.Old).Commit();
        Check(engine, pair.Old, pair.Next, pair.Changes);
        Check(engine, pair.Next, pair.Old, pair.Changes);
        return engine;
    }

    private static void Check(Utf8JsonDiff engine, byte[] old, byte[] next, int? expected)
    {
        var changes = engine.Compare(next);
        if (expected is { } count && changes.Count != count)
            throw new InvalidOperationException($"The engine finds {changes.Count} changes; {count} are expected.");
        if (!JsonNode.DeepEquals(Replay.Apply(old, changes.ToOperations()), JsonNode.Parse(next)))
            throw new InvalidOperationException("The changes do not lead from the old version to the next.");
        changes.Commit();
        if (!engine.Document.SequenceEqual(next))
            throw new InvalidOperationException("The committed version differs from the compared version.");
    }
}
