using System.Reactive.Linq;
using System.Reactive.Subjects;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Client;

/// <summary>The live home, split into one group a device.</summary>
public sealed class RecordGroupsTests : IDisposable
{
    private readonly Subject<DataModel> _updates = new();
    private readonly List<string> _seen = [];

    [Fact]
    public void Each_device_opens_a_group_that_begins_with_its_current_record_and_repeats_none()
    {
        using var all = Follow();

        Push(("a", 1));
        Push(("a", 1), ("b", 2));
        Push(("a", 1), ("b", 2));
        Push(("a", 3), ("b", 2));

        Assert.Equal(["a opens", "a 1", "b opens", "b 2", "a 3"], _seen);
    }

    [Fact]
    public void A_group_completes_when_its_device_is_removed_and_a_returning_id_opens_a_new_one()
    {
        using var all = Follow();

        Push(("a", 1), ("b", 2));
        Push(("b", 2));
        Push(("a", 1), ("b", 2));

        Assert.Equal(["a opens", "a 1", "b opens", "b 2", "a completes", "a opens", "a 1"], _seen);
    }

    [Fact]
    public void A_late_subscriber_of_a_group_gets_the_current_record_and_of_a_completed_one_its_end()
    {
        var groups = new List<IGroupedObservable<string, Thermostat>>();
        using var outer = _updates.Thermostats().Subscribe(groups.Add);
        Push(("a", 1));
        Push(("a", 2));

        using var late = Follow(groups[0]);
        Push(("a", 3));
        Push();
        using var tooLate = Follow(groups[0]);

        Assert.Equal(["a 2", "a 3", "a completes", "a completes"], _seen);
    }

    [Fact]
    public void The_end_of_the_source_reaches_the_outer_and_every_group()
    {
        using var all = Follow();
        Push(("a", 1), ("b", 2));
        _updates.OnCompleted();

        Assert.Equal(["a completes", "b completes", "all complete"], _seen[^3..]);
    }

    [Fact]
    public void An_error_of_the_source_reaches_the_outer_and_every_group()
    {
        using var all = Follow();
        Push(("a", 1), ("b", 2));
        _updates.OnError(new NestAuthorizationException());

        Assert.Equal(["a fails", "b fails", "all fail"], _seen[^3..]);
    }

    [Fact]
    public void A_late_subscriber_of_a_group_gets_the_error_of_the_source()
    {
        var groups = new List<IGroupedObservable<string, Thermostat>>();
        using var outer = _updates.Thermostats().Subscribe(groups.Add, _ => { });
        Push(("a", 1));
        _updates.OnError(new NestAuthorizationException());

        using var late = Follow(groups[0]);

        Assert.Equal(["a fails"], _seen);
    }

    [Fact]
    public void Without_the_outer_subscription_groups_continue_and_the_last_of_them_releases_the_source()
    {
        IGroupedObservable<string, Thermostat>? group = null;
        var outer = _updates.Thermostats().Subscribe(each => group ??= each);
        Push(("a", 1));
        var first = Follow(group!);
        var second = Follow(group!);

        outer.Dispose();
        Push(("a", 2), ("b", 2));
        first.Dispose();
        first.Dispose();
        Push(("a", 3));
        Assert.True(_updates.HasObservers);
        second.Dispose();

        Assert.False(_updates.HasObservers);
        Assert.Equal(["a 1", "a 1", "a 2", "a 2", "a 3"], _seen);
        // Nothing updates its record any more.
        using var tooLate = Follow(group!);
        Assert.Equal("a completes", _seen[^1]);
    }

    [Fact]
    public void A_completed_group_releases_the_source()
    {
        IGroupedObservable<string, Thermostat>? group = null;
        var outer = _updates.Thermostats().Subscribe(each => group ??= each);
        Push(("a", 1));
        using var inner = Follow(group!);
        outer.Dispose();

        Push();

        Assert.Equal("a completes", _seen[^1]);
        Assert.False(_updates.HasObservers);
    }

    [Fact]
    public void Each_subscription_of_the_outer_has_groups_of_its_own()
    {
        var source = _updates.Thermostats();
        var (first, second) = (new List<IGroupedObservable<string, Thermostat>>(), new List<IGroupedObservable<string, Thermostat>>());
        using var one = source.Subscribe(first.Add);
        using var two = source.Subscribe(second.Add);

        Push(("a", 1));

        Assert.NotSame(Assert.Single(first), Assert.Single(second));
        Assert.Equal("a", first[0].Key);
    }

    [Fact]
    public void There_are_groups_of_every_kind()
    {
        using var alarms = _updates.SmokeCoAlarms().Subscribe(group => _seen.Add($"alarm {group.Key}"));
        using var cameras = _updates.Cameras().Subscribe(group => _seen.Add($"camera {group.Key}"));
        using var structures = _updates.Structures().Subscribe(group => _seen.Add($"structure {group.Key}"));

        _updates.OnNext(new DataModel
        {
            Devices = new Devices { SmokeCoAlarms = [new("p", new SmokeCoAlarm())], Cameras = [new("c", new Camera())] },
            Structures = [new("s", new Structure())],
        });

        Assert.Equal(["alarm p", "camera c", "structure s"], _seen);
    }

    [Fact]
    public void Without_a_source_there_is_an_argument_error() => Assert.Throws<ArgumentNullException>(() => ((IObservable<DataModel>)null!).Thermostats());

    public void Dispose() => _updates.Dispose();

    private IDisposable Follow() => _updates.Thermostats().Subscribe(
        group =>
        {
            _seen.Add($"{group.Key} opens");
            Follow(group);
        },
        _ => _seen.Add("all fail"),
        () => _seen.Add("all complete"));

    private IDisposable Follow(IGroupedObservable<string, Thermostat> group) => group.Subscribe(
        thermostat => _seen.Add($"{group.Key} {thermostat.Humidity}"),
        _ => _seen.Add($"{group.Key} fails"),
        () => _seen.Add($"{group.Key} completes"));

    private void Push(params (string Id, int Humidity)[] thermostats) => _updates.OnNext(new DataModel
    {
        Devices = new Devices { Thermostats = [.. thermostats.Select(each => KeyValuePair.Create(each.Id, new Thermostat { Humidity = each.Humidity }))] },
    });
}
