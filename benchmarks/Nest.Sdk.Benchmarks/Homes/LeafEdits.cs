using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Benchmarks.Homes;

/// <summary>Gives leaves of a document another value of the same kind. Half of the texts change in length.</summary>
internal static class LeafEdits
{
    public static int Count(byte[] document) => Leaves(JsonNode.Parse(document)!).Count;

    /// <summary>Changes this many leaves, chosen by the seed, or all leaves if there are fewer.</summary>
    public static void Change(JsonNode node, int count, Random random)
    {
        var leaves = Leaves(node).ToArray();
        random.Shuffle(leaves);
        foreach (var leaf in leaves.Take(count))
            leaf.ReplaceWith(Changed(leaf, random));
    }

    private static List<JsonValue> Leaves(JsonNode node)
    {
        var leaves = new List<JsonValue>();
        Collect(node, leaves);
        return leaves;
    }

    private static void Collect(JsonNode? node, List<JsonValue> leaves)
    {
        switch (node)
        {
            case JsonObject owner:
                foreach (var (_, value) in owner)
                    Collect(value, leaves);
                break;
            case JsonArray list:
                foreach (var item in list)
                    Collect(item, leaves);
                break;
            case JsonValue leaf:
                leaves.Add(leaf);
                break;
        }
    }

    private static JsonNode Changed(JsonValue leaf, Random random) => leaf.GetValueKind() switch
    {
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        JsonValueKind.Number => leaf.GetValue<decimal>() + random.Next(1, 20),
        _ => Changed(leaf.GetValue<string>(), random),
    };

    private static string Changed(string text, Random random)
    {
        // A time stays valid, so that the document can still be read into records.
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time.AddSeconds(random.Next(1, 100_000)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        if (text.Length == 0 || random.Next(2) == 0)
            return text + "x";
        var at = random.Next(text.Length);
        return $"{text[..at]}{(text[at] == 'x' ? 'y' : 'x')}{text[(at + 1)..]}";
    }
}
