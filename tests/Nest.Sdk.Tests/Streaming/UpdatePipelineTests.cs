using System.Runtime.CompilerServices;
using System.Text;
using Nest.Sdk.Diffing;
using Nest.Sdk.Streaming;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>What the pipeline keeps of a document without a change.</summary>
public class UpdatePipelineTests
{
    private readonly GateRig _rig = new();

    [Theory]
    [InlineData("""{"devices":{"thermostats":{"b":{"humidity":2},"a":{"humidity":1}}},"metadata":{"access_token":"c.TWO"}}""")]
    [InlineData("""{"devices":{"thermostats":{"b":{"humidity":2},"a":{"humidity":1}}},"metadata":{"Access_Token":{"value":"c.TWO"}}}""")]
    public void A_change_of_the_token_alone_is_committed_so_that_the_next_event_is_cheap(string same)
    {
        Assert.True(Take("""{"devices":{"thermostats":{"a":{"humidity":1},"b":{"humidity":2}}},"metadata":{"access_token":"c.ONE"}}"""));

        Assert.False(Take(same));

        Assert.Equal(same, Encoding.UTF8.GetString(Committed));
    }

    [Fact]
    public void Any_other_difference_is_committed_with_the_next_change()
    {
        const string home = """{"devices":{"thermostats":{"a":{"humidity":1}}},"metadata":{"access_token":"c.ONE"}}""";
        Assert.True(Take(home));

        Assert.False(Take("""{"devices":{"thermostats":{"a":{"humidity":1,"name":null}}},"metadata":{"access_token":"c.TWO"}}"""));

        Assert.Equal(home, Encoding.UTF8.GetString(Committed));
    }

    [Theory]
    [InlineData("""{"devices":{"thermostats":{"a":{"humidity":2}}}}""")]
    [InlineData("""{"devices":{"thermostats":{"a":{"humidity":1,"name":null}}}}""")]
    [InlineData("""{"devices":{"thermostats":{"a":{"humidity":1}}}}""")]
    [InlineData("[1,2,3]")]
    [InlineData("{")]
    public void An_idle_home_holds_no_buffers_of_the_comparison(string next)
    {
        Take("""{"devices":{"thermostats":{"a":{"humidity":1}}}}""");
        var spare = DiffWork.Rent();
        spare.Return();

        Record.Exception(() => Take(next));

        // The homes of a thread share these buffers, so the next home finds them.
        Assert.Same(spare, DiffWork.Rent());
    }

    [Fact]
    public void A_home_has_at_most_64_levels_whatever_the_diff_engine_supports()
    {
        Assert.True(Take(Nested(64, 1)));
        Assert.Throws<NestProtocolException>(() => Take(Nested(65, 1)));

        Assert.True(Take(Nested(64, 2)));
        Assert.Throws<NestProtocolException>(() => Take(Nested(65, 2)));
        Assert.Throws<NestProtocolException>(() => Take($$"""{"x":{{new string('[', 64)}}{{new string(']', 64)}}}"""));

        static string Nested(int levels, int value) => $$"""{{string.Concat(Enumerable.Repeat("{\"x\":", levels))}}{{value}}{{new string('}', levels)}}""";
    }

    private ReadOnlySpan<byte> Committed => Engine(_rig.Pipeline).Document;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_diff")]
    private static extern ref Utf8JsonDiff Engine(UpdatePipeline pipeline);

    private bool Take(string document) => _rig.Take(document).IsNew;
}
