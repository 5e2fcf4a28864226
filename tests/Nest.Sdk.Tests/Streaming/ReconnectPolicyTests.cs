using Microsoft.Extensions.Time.Testing;
using Nest.Sdk.Streaming;

namespace Nest.Sdk.Tests.Streaming;

public class ReconnectPolicyTests
{
    private static readonly ReconnectSettings Settings = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60));
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Delays_grow_up_to_the_maximum()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var policy = new ReconnectPolicy(Settings, _time, new Random(seed));

            for (var attempt = 1; attempt <= 12; attempt++)
            {
                var wait = policy.Failed(TimeSpan.Zero, null);

                var nominal = Math.Min(60, Math.Pow(2, attempt - 1));
                Assert.InRange(wait.TotalSeconds, nominal == 60 ? 60 : nominal / 2, nominal);
            }
        }
    }

    [Fact]
    public void Jitter_spreads_the_clients()
    {
        var waits = Enumerable.Range(0, 50).Select(seed => new ReconnectPolicy(Settings, _time, new Random(seed)).Failed(TimeSpan.Zero, null));

        Assert.True(waits.Distinct().Count() > 40);
    }

    [Fact]
    public void Only_a_stable_stream_resets_the_delays()
    {
        var policy = new ReconnectPolicy(Settings, _time, new Random(1));
        for (var i = 0; i < 5; i++)
            policy.Failed(TimeSpan.FromSeconds(59), null);
        Assert.Equal(5, policy.Attempt);

        Assert.True(policy.Failed(TimeSpan.FromSeconds(60), null) <= TimeSpan.FromSeconds(1));

        Assert.Equal(1, policy.Attempt);
    }

    [Fact]
    public void A_stream_that_never_opened_is_not_stable_however_short_the_required_time_is()
    {
        var policy = new ReconnectPolicy(Settings with { StableAfter = TimeSpan.Zero }, _time, new Random(1));
        for (var i = 0; i < 5; i++)
        {
            policy.Failed(TimeSpan.Zero, null);
            policy.Closed(TimeSpan.Zero);
        }

        Assert.Equal(5, policy.Attempt);
        policy.Failed(TimeSpan.FromMilliseconds(1), null);
        Assert.Equal(1, policy.Attempt);
    }

    [Fact]
    public void Retry_after_is_a_lower_bound()
    {
        var policy = new ReconnectPolicy(Settings, _time, new Random(1));

        Assert.Equal(TimeSpan.FromMinutes(5), policy.Failed(TimeSpan.Zero, TimeSpan.FromMinutes(5)));
        Assert.True(policy.Failed(TimeSpan.Zero, TimeSpan.Zero) >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void The_delay_continues_without_a_subscriber()
    {
        var policy = new ReconnectPolicy(Settings, _time, new Random(1));
        Assert.Equal(TimeSpan.Zero, policy.Remaining);
        var wait = policy.Failed(TimeSpan.Zero, null);

        _time.Advance(wait / 4);
        Assert.Equal(wait * 3 / 4, policy.Remaining);

        _time.Advance(wait);
        Assert.Equal(TimeSpan.Zero, policy.Remaining);
    }
}
