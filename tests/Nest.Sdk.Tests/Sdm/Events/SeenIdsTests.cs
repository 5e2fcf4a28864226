using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Nest.Sdk.Sdm.Events;

namespace Nest.Sdk.Tests.Sdm.Events;

public sealed class SeenIdsTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly SeenIds _ids;

    public SeenIdsTests() => _ids = new SeenIds(_time);

    [Fact]
    public void An_id_is_new_once()
    {
        Assert.True(Add("a"));
        Assert.False(Add("a"));
        Assert.True(Has("a"));
        Assert.False(Has("b"));
    }

    [Fact]
    public void An_id_is_forgotten_after_a_day()
    {
        Add("a");
        _time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        Assert.True(Has("a"));

        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.False(Has("a"));
        Assert.True(Add("a"));
    }

    /// <summary>A republication an hour before the end must not keep it for a second day.</summary>
    [Fact]
    public void A_repetition_does_not_extend_the_day()
    {
        Add("a");
        _time.Advance(TimeSpan.FromHours(23));
        Add("a");

        _time.Advance(TimeSpan.FromHours(1));

        Assert.False(Has("a"));
    }

    [Fact]
    public void Of_more_than_ten_thousand_ids_the_oldest_is_forgotten()
    {
        for (var i = 0; i < SeenIds.Most; i++)
            Add(i.ToString(CultureInfo.InvariantCulture));
        Assert.True(Has("0"));

        Add("one more");

        Assert.Equal(10_000, SeenIds.Most);
        Assert.False(Has("0"));
        Assert.True(Has("1"));
        Assert.True(Has("one more"));
        Assert.True(Has("9999"));
    }

    [Fact]
    public void A_repetition_of_a_full_memory_forgets_nothing()
    {
        for (var i = 0; i < SeenIds.Most; i++)
            Add(i.ToString(CultureInfo.InvariantCulture));

        Add("9999");

        Assert.True(Has("0"));
    }

    /// <summary>Google's ids are UUIDs, but nothing guarantees it.</summary>
    [Theory]
    [InlineData("6e1b2fcb-54b4-48bc-84a5-b1fd54dba8b3", "6e1b2fcb-54b4-48bc-84a5-b1fd54dba8b4")]
    [InlineData("6e1b2fcb-54b4-48bc-84a5-b1fd54dba8b3", "6e1b2fcb-54b4-48bc-84a5-b1fd54dba8b3x")]
    [InlineData("", " ")]
    [InlineData("n:1", "n:2")]
    public void Different_ids_are_different(string one, string other)
    {
        Add(one);

        Assert.False(Has(other));
        Assert.True(Has(one));
    }

    private bool Add(string id) => _ids.Add(Encoding.UTF8.GetBytes(id));

    private bool Has(string id) => _ids.Contains(Encoding.UTF8.GetBytes(id));
}
