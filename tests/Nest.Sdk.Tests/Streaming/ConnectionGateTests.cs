using System.Text;
using Nest.Sdk.Model;
using Nest.Sdk.Streaming;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>Which documents the gate accepts, and what it reports about each.</summary>
public class ConnectionGateTests
{
    private readonly GateRig _rig = new(time: new SignallingTime());

    [Fact]
    public void The_first_document_connects_and_later_ones_do_not_change_the_connection()
    {
        var first = Take(40);
        var same = Take(40);
        var next = Take(41);

        Assert.Equal((true, true, LinkArrival.Connected), (first.IsAccepted, first.IsNew, first.Arrival));
        Assert.Equal((true, false, LinkArrival.None), (same.IsAccepted, same.IsNew, same.Arrival));
        Assert.Equal((true, true, LinkArrival.None), (next.IsAccepted, next.IsNew, next.Arrival));
        Assert.True(_rig.Connection.IsLive);
    }

    [Fact]
    public void A_newer_connection_takes_over_and_later_documents_of_the_older_one_are_dropped()
    {
        Take(40);

        var next = Take(41, number: 2);
        var late = Take(42);

        Assert.Equal(LinkArrival.HandedOver, next.Arrival);
        Assert.Equal(default, late);
        Assert.Equal(41, Homes.Humidity(_rig.Model));
        Assert.Null(_rig.Gate.Last(1));
        Assert.Equal(Homes.WithHumidity(41), Encoding.UTF8.GetString(_rig.Gate.Last(2)!));
    }

    [Fact]
    public void Only_the_connection_that_brings_the_home_can_lose_it()
    {
        Take(40);
        Take(41, number: 2);

        _rig.Gate.Lose(1, new NestConnectionException(), attempt: 0);
        Assert.True(_rig.Connection.IsLive);
        var error = new NestConnectionException("silent") { Reason = DisconnectReason.IdleTimeout };
        _rig.Gate.Lose(2, error, attempt: 3);

        Assert.Equal((ConnectionStatus.Reconnecting, DisconnectReason.IdleTimeout, 3), (_rig.Connection.State.Status, _rig.Connection.State.Reason, _rig.Connection.State.Attempt));
        Assert.Same(error, _rig.Connection.State.Error);
        Assert.Equal(LinkArrival.Connected, Take(41, number: 3).Arrival);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[1]")]
    public async Task A_document_that_cannot_be_read_changes_nothing(string broken)
    {
        Take(40);
        _rig.Gate.Suspend();

        Assert.Throws<NestProtocolException>(() => _rig.Take(broken, number: 2));

        Assert.Equal(40, Homes.Humidity(_rig.Model));
        Assert.Equal(1, _rig.Gate.Latest()!.ModelVersion);
        Assert.NotNull(_rig.Gate.Last(1));
        // The gap continues too.
        var changes = new ObserverRecorder<DataModelChange>(Patience.Limit);
        using var subscription = _rig.Gate.AddChangeObserver(changes, () => { });
        Take(41, number: 2);
        Assert.True((await changes.NextAsync()).IsCaughtUp);
    }

    [Fact]
    public void The_version_grows_with_each_model_that_is_published_and_with_nothing_else()
    {
        Assert.Null(_rig.Gate.Latest());
        _rig.Gate.TakeRead(Read(39), begun: long.MaxValue);
        Assert.Equal((39, 0L), Latest);

        Take(40);
        Assert.Equal((40, 1L), Latest);
        Take(40);
        _rig.Take(Homes.WithHumidity(40) + " ");
        Assert.Equal((40, 1L), Latest);
        _rig.Gate.Lose(1, new NestConnectionException(), attempt: 0);
        _rig.Gate.TakeRead(Read(45), begun: long.MaxValue);
        Assert.Equal((45, 1L), Latest);
        Take(41, number: 2);
        Assert.Equal((41, 2L), Latest);
    }

    [Fact]
    public void An_unchanged_document_allocates_nothing()
    {
        var document = Encoding.UTF8.GetBytes(Homes.WithHumidity(40));
        for (var i = 0; i < 3; i++)
            _rig.Gate.Take(1, document);
        var start = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
            _rig.Gate.Take(1, document);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - start);
    }

    [Fact]
    public void Events_are_derived_only_from_new_models_and_only_while_there_is_a_subscriber()
    {
        var asked = new List<(int?, int?)>();
        var rig = new GateRig((before, after) =>
        {
            asked.Add((Homes.Humidity(before!), Homes.Humidity(after)));
            return [];
        });
        rig.Take(Homes.WithHumidity(40));
        rig.Take(Homes.WithHumidity(41));
        Assert.Empty(asked);
        using var subscription = rig.Hubs.Events.Add(new ObserverRecorder<NestEvent>(Patience.Limit), () => { });

        rig.Take(Homes.WithHumidity(41));
        rig.Take(Homes.WithHumidity(42));

        Assert.Equal([(41, 42)], asked);
    }

    private (int?, long) Latest => (Homes.Humidity(_rig.Model), _rig.Gate.Latest()!.ModelVersion);

    private DocumentOutcome Take(int humidity, int number = 1) => _rig.Take(Homes.WithHumidity(humidity), number);

    private static DataModel Read(int humidity) => DataModelReader.Read(Encoding.UTF8.GetBytes(Homes.WithHumidity(humidity))).Model;
}
