using Microsoft.Extensions.Logging.Testing;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Model;
using Nest.Sdk.Streaming;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>
/// A reader with await foreach is an ordinary subscriber: its queue is bounded, and it is logged when it is slow.
/// </summary>
public class SubscriptionReaderTests
{
    private const int SlowEventId = 2011;

    private readonly SignallingTime _time = new();
    private readonly FakeLogger _logger = new();
    private readonly SubscriptionReader<DataModel> _reader;

    public SubscriptionReaderTests() => _reader = new SubscriptionReader<DataModel>(10, _time, new SubscriberReports(new NestMetrics(null), _logger));

    private int Warnings => _logger.Collector.GetSnapshot().Count(record => record.Id.Id == SlowEventId);

    [Fact]
    public async Task A_reader_that_falls_behind_is_logged_once_and_again_after_it_has_caught_up()
    {
        await using var sequence = _reader.ReadAllAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Put(1);
        _time.Advance(TimeSpan.FromSeconds(11));

        // Although it has not returned for the first value yet.
        Put(2);
        Assert.Equal(1, Warnings);
        Assert.True(await sequence.MoveNextAsync());
        Assert.True(await sequence.MoveNextAsync());
        Assert.Equal(1, Warnings);

        Put(3);
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.True(await sequence.MoveNextAsync());
        Assert.Equal(2, Warnings);
    }

    [Fact]
    public async Task Beyond_its_queue_a_reader_gets_the_error_and_no_waiting_value()
    {
        await using var sequence = _reader.ReadAllAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        for (var i = 0; i < 12; i++)
            Put(i);

        var error = await Assert.ThrowsAsync<NestSlowSubscriberException>(async () => await sequence.MoveNextAsync());

        Assert.Equal(10, error.Capacity);
    }

    [Fact]
    public async Task The_end_of_the_stream_follows_the_waiting_values()
    {
        await using var sequence = _reader.ReadAllAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Put(1);
        _reader.OnError(new NestAuthorizationException());

        Assert.True(await sequence.MoveNextAsync());
        await Assert.ThrowsAsync<NestAuthorizationException>(async () => await sequence.MoveNextAsync());
    }

    private void Put(int humidity) => _reader.OnNext(DataModelReader.Read(System.Text.Encoding.UTF8.GetBytes(Homes.WithHumidity(humidity))).Model);
}
