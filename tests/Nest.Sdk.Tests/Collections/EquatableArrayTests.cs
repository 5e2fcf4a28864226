using CsCheck;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Tests.Collections;

public sealed class EquatableArrayTests
{
    [Fact]
    public void The_default_is_an_empty_list()
    {
        EquatableArray<string> none = default;

        Assert.Empty(none);
        Assert.True(none.IsEmpty);
        Assert.True(none.AsSpan().IsEmpty);
        Assert.Equal("[]", none.ToString());
        Assert.Equal(none, EquatableArray.Create<string>());
        Assert.Equal(none.GetHashCode(), EquatableArray.Create<string>().GetHashCode());
    }

    [Fact]
    public void Collection_expressions_build_it()
    {
        EquatableArray<string> ids = ["a", "b"];

        Assert.Equal(2, ids.Count);
        Assert.Equal("b", ids[1]);
        Assert.Equal("[a, b]", ids.ToString());
    }

    [Fact]
    public void Equal_items_in_the_same_order_are_equal()
    {
        EquatableArray<string> one = ["a", "b"];
        EquatableArray<string> same = new List<string> { "a", "b" }.ToEquatableArray();
        EquatableArray<string> turned = ["b", "a"];

        Assert.True(one == same);
        Assert.True(one.Equals((object)same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != turned);
    }

    [Fact]
    public void The_error_for_an_index_out_of_range_contains_the_count()
    {
        EquatableArray<string> ids = ["a"];

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => ids[1]);
        Assert.Contains("1 items", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => default(EquatableArray<string>)[0]);
    }

    [Fact]
    public void Walking_allocates_nothing()
    {
        EquatableArray<int> numbers = [1, 2, 3];
        Sum(numbers);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var sum = Sum(numbers);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(6, sum);
        Assert.Equal(before, after);

        static int Sum(EquatableArray<int> numbers)
        {
            var sum = 0;
            foreach (var number in numbers)
                sum += number;
            return sum;
        }
    }

    [Fact]
    public void Changing_the_source_later_changes_nothing()
    {
        string[] source = ["a"];
        var ids = source.ToEquatableArray();

        source[0] = "b";

        Assert.Equal("a", ids[0]);
    }

    [Fact]
    public void Equality_agrees_with_the_equality_of_sequences() =>
        Gen.Int[0, 2].List[0, 4].Select(Gen.Int[0, 2].List[0, 4]).Sample((a, b) =>
        {
            var (left, right) = (a.ToEquatableArray(), b.ToEquatableArray());
            return left.Equals(right) == a.SequenceEqual(b) && (!left.Equals(right) || left.GetHashCode() == right.GetHashCode());
        });
}
