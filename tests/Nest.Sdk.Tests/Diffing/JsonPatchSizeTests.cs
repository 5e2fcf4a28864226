using System.Globalization;
using System.Text;
using System.Text.Json;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class JsonPatchSizeTests
{
    private const int Operations = 10_000;

    // 20 MB, and two million items.
    private static readonly byte[] Big = Encoding.UTF8.GetBytes($$"""{"list":[{{string.Join(',', Enumerable.Range(1_000_000, 2_000_000))}}],"rest":"{{new string('x', 4_000_000)}}","owner":{"a":{} } }""");

    [Fact]
    public void Ten_thousand_operations_on_twenty_megabytes_cost_one_parse_and_one_write()
    {
        var one = JsonElement.Parse("1");
        var operations = Enumerable.Range(0, Operations / 4).SelectMany<int, JsonPatchOperation>(i =>
        [
            new() { Kind = JsonPatchKind.Add, Path = "/list/0", Value = one },
            new() { Kind = JsonPatchKind.Add, Path = string.Create(CultureInfo.InvariantCulture, $"/owner/{i}"), Value = one },
            new() { Kind = JsonPatchKind.Replace, Path = "/list/1000000", Value = one },
            new() { Kind = JsonPatchKind.Move, From = "/owner/a", Path = "/owner/a" },
        ]);

        var result = JsonPatch.Apply(Big, operations);

        using var document = JsonDocument.Parse(result);
        Assert.Equal(2_000_000 + (Operations / 4), document.RootElement.GetProperty("list").GetArrayLength());
        Assert.Equal(1 + (Operations / 4), document.RootElement.GetProperty("owner").GetPropertyCount());
    }

    [Fact]
    public void A_long_list_keeps_its_order_through_many_changes()
    {
        var random = new Random(1);
        var expected = Enumerable.Range(0, 3_000).ToList();
        var document = Encoding.UTF8.GetBytes($"[{string.Join(',', expected)}]");
        var operations = new List<JsonPatchOperation>();
        for (var i = 0; i < 5_000; i++)
        {
            // Grows first, and shrinks at the end.
            var isAdded = random.Next(5_000) > i || expected.Count == 0;
            var index = random.Next(expected.Count + (isAdded ? 1 : 0));
            var path = string.Create(CultureInfo.InvariantCulture, $"/{index}");
            if (isAdded)
                expected.Insert(index, -i);
            else
                expected.RemoveAt(index);
            operations.Add(isAdded
                ? new() { Kind = JsonPatchKind.Add, Path = path, Value = JsonSerializer.SerializeToElement(-i) }
                : new() { Kind = JsonPatchKind.Remove, Path = path });
        }

        var result = JsonPatch.Apply(document, operations);

        Assert.Equal($"[{string.Join(',', expected)}]", Encoding.UTF8.GetString(result));
    }

    [Fact]
    public void Copies_of_copies_are_limited()
    {
        var operations = Enumerable.Range(0, 60).Select(i => new JsonPatchOperation { Kind = JsonPatchKind.Copy, From = "", Path = string.Create(CultureInfo.InvariantCulture, $"/x{i}") });

        var error = Assert.Throws<JsonPatchException>(() => JsonPatch.Apply(Encoding.UTF8.GetBytes($$"""{"a":"{{new string('x', 1_000_000)}}"}"""), operations));

        Assert.Contains("256 MB", error.Message, StringComparison.Ordinal);
    }
}
