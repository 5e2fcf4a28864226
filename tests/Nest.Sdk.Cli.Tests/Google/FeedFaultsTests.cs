using Microsoft.Extensions.Time.Testing;
using Nest.Sdk.Cli.Watching;

namespace Nest.Sdk.Cli.Tests.Google;

/// <summary>When a fault of the subscription is reported.</summary>
public sealed class FeedFaultsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_fault_and_its_end_are_news_once()
    {
        var faults = new FeedFaults(_time);

        Assert.False(faults.AreNews(null));
        Assert.True(faults.AreNews("404"));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(faults.AreNews("404"));
        Assert.True(faults.AreNews(null));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(faults.AreNews(null));
    }

    [Fact]
    public void Changes_are_reported_at_most_once_a_minute()
    {
        var faults = new FeedFaults(_time);
        Assert.True(faults.AreNews("404"));

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(faults.AreNews("403"));
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(faults.AreNews("403"));
    }
}
