using CsCheck;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Tests.Collections;

public sealed class EquatableMapTests
{
    private static readonly Gen<List<KeyValuePair<string, int>>> Pairs =
        Gen.Select(Gen.String[Gen.Char['a', 'd'], 0, 2], Gen.Int[0, 3], KeyValuePair.Create).List[0, 60];

    [Fact]
    public void The_default_is_an_empty_map()
    {
        EquatableMap<int> none = default;

        Assert.Empty(none);
        Assert.Empty(none.Keys);
        Assert.Empty(none.Values);
        Assert.False(none.ContainsKey("a"));
        Assert.False(none.TryGetValue(null, out _));
        Assert.Equal(none, none.Remove("a"));
        Assert.Equal("{0 entries}", none.ToString());
    }

    [Fact]
    public void Entries_are_in_ordinal_order_whatever_their_input_order()
    {
        EquatableMap<int> map = [new("b", 2), new("B", 1), new("a", 3)];

        Assert.Equal(["B", "a", "b"], map.Keys);
        Assert.Equal([1, 3, 2], map.Values);
    }

    [Fact]
    public void The_last_of_duplicate_keys_wins()
    {
        EquatableMap<int> map = [new("a", 1), new("b", 2), new("a", 3)];

        Assert.Equal(2, map.Count);
        Assert.Equal(3, map["a"]);
    }

    [Fact]
    public void The_error_for_a_missing_key_names_the_key()
    {
        EquatableMap<int> map = [new("a", 1)];

        var error = Assert.Throws<KeyNotFoundException>(() => map["b"]);
        Assert.Contains("'b'", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, map.GetValueOrDefault("b"));
    }

    [Fact]
    public void A_null_key_is_refused() =>
        Assert.Throws<ArgumentException>(() => EquatableMap.Create(new KeyValuePair<string, int>(null!, 1)));

    [Fact]
    public void The_key_can_be_selected_from_an_item()
    {
        var map = new[] { "pear", "fig" }.ToEquatableMap(item => item[..1]);

        Assert.Equal("fig", map["f"]);
    }

    [Fact]
    public void It_behaves_like_a_sorted_dictionary() => Pairs.Sample(pairs =>
    {
        var model = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
            model[key] = value;

        var map = pairs.ToEquatableMap();

        Assert.Equal(model, map);
        Assert.All(model, entry => Assert.Equal(entry.Value, map[entry.Key]));
    });

    [Fact]
    public void Setting_and_removing_do_not_change_the_original() => Pairs.Select(Gen.String[Gen.Char['a', 'd'], 0, 2]).Sample((pairs, key) =>
    {
        var map = pairs.ToEquatableMap();
        var copy = pairs.ToEquatableMap();
        var model = new SortedDictionary<string, int>(pairs.ToEquatableMap().ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) { [key] = 9 };

        var set = map.SetItem(key, 9);
        var removed = set.Remove(key);

        Assert.Equal(model, set);
        model.Remove(key);
        Assert.Equal(model, removed);
        Assert.Equal(copy, map);
    });

    [Fact]
    public void Equality_ignores_the_order_of_creation() => Pairs.Sample(pairs =>
    {
        var map = pairs.ToEquatableMap();
        var turned = map.Reverse().ToEquatableMap();

        Assert.True(map == turned);
        Assert.Equal(map.GetHashCode(), turned.GetHashCode());
        Assert.True(map != map.SetItem("zz", 1));
    });
}
