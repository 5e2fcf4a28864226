using System.Reactive.Subjects;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Writing;
using Nest.Sdk.Wwn.Writing;

namespace Nest.Sdk.Tests.Writing;

/// <summary>
/// The result of a confirmation for every order of the response, the echo, a change by another user, and a reversal.
/// </summary>
public class WriteConfirmationTests
{
    private const decimal Before = 20;
    private const decimal Sent = 21;
    private const decimal Foreign = 25;

    /// <summary>Before, sent, foreign, and a lost link that shows the current value again.</summary>
    private const string Steps = "BSFR";

    public static TheoryData<string> Orders()
    {
        var orders = new TheoryData<string>();
        for (var count = 1; count <= 4; count++)
        {
            foreach (var steps in Sequences(count))
            {
                for (var answerAt = 0; answerAt <= count; answerAt++)
                    orders.Add(steps.Insert(answerAt, "A"));
            }
        }

        return orders;
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Every_order_has_the_result_that_it_shows(string order)
    {
        var (time, isLive, present) = (new SignallingTime(), true, Before);
        using var homes = new Subject<DataModel>();
        using var watch = Watch(homes, time, () => isLive);

        foreach (var step in order)
        {
            if (step == 'A')
                watch.Answered();
            else if (step == 'R')
                (isLive, _) = (false, TimePasses(time));
            else
                present = Value(step);
            if (step != 'A')
                homes.OnNext(ThermostatHome.Model(present));
            isLive = true;
        }

        time.Advance(TimeSpan.FromSeconds(30));

        Assert.True(watch.Done.IsCompleted);
        Assert.Equal(Expected([.. order.Where(static step => step is not ('A' or 'R')).Select(Value)]), Assert.Single(watch.Fields()).Outcome);
    }

    private static bool TimePasses(SignallingTime time)
    {
        // Longer than a value must be stable, and shorter than the confirmation.
        time.Advance(TimeSpan.FromSeconds(3));
        return true;
    }

    [Fact]
    public void A_stable_value_ends_the_watch_early()
    {
        var time = new SignallingTime();
        using var homes = new Subject<DataModel>();
        using var watch = Watch(homes, time);

        watch.Answered();
        homes.OnNext(ThermostatHome.Model(Sent));
        time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(watch.Done.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.True(watch.Done.IsCompleted);
    }

    [Fact]
    public void A_value_is_not_stable_before_the_response()
    {
        var time = new SignallingTime();
        using var homes = new Subject<DataModel>();
        using var watch = Watch(homes, time);

        homes.OnNext(ThermostatHome.Model(Sent));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.False(watch.Done.IsCompleted);
        watch.Answered();
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.True(watch.Done.IsCompleted);
    }

    [Fact]
    public void No_value_is_stable_while_the_connection_is_lost()
    {
        var (time, isLive) = (new SignallingTime(), true);
        using var homes = new Subject<DataModel>();
        using var watch = Watch(homes, time, () => isLive);

        watch.Answered();
        homes.OnNext(ThermostatHome.Model(Sent));
        isLive = false;
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(watch.Done.IsCompleted);
        isLive = true;
        homes.OnNext(ThermostatHome.Model(Sent));
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.True(watch.Done.IsCompleted);
        Assert.Equal(NestWriteOutcome.Confirmed, Assert.Single(watch.Fields()).Outcome);
    }

    [Fact]
    public void An_unchanged_value_needs_no_echo_but_a_live_stream_that_shows_it()
    {
        var time = new SignallingTime();
        using var homes = new Subject<DataModel>();
        using var watch = Watch(homes, time, before: Sent);

        watch.Answered();
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(watch.Done.IsCompleted);
        homes.OnNext(ThermostatHome.Model(Sent));
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.True(watch.Done.IsCompleted);
        Assert.Equal(NestWriteOutcome.Confirmed, Assert.Single(watch.Fields()).Outcome);
    }

    [Fact]
    public void An_unchanged_value_is_not_seen_without_a_stream()
    {
        var time = new SignallingTime();
        using var homes = new Subject<DataModel>();
        using var watch = Watch(homes, time, before: Sent);

        watch.Answered();
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.True(watch.Done.IsCompleted);
        Assert.Equal(NestWriteOutcome.NotSeen, Assert.Single(watch.Fields()).Outcome);
    }

    [Fact]
    public void A_value_shown_at_the_last_moment_must_still_become_stable()
    {
        var time = new SignallingTime();
        using var homes = new Subject<DataModel>();
        using var watch = Watch(homes, time);

        watch.Answered();
        time.Advance(TimeSpan.FromSeconds(29));
        homes.OnNext(ThermostatHome.Model(Sent));
        time.Advance(TimeSpan.FromSeconds(1.5));
        Assert.False(watch.Done.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.5));

        Assert.True(watch.Done.IsCompleted);
        Assert.Equal(NestWriteOutcome.Confirmed, Assert.Single(watch.Fields()).Outcome);
    }

    [Theory]
    [InlineData(20, NestWriteOutcome.Reversed)]
    [InlineData(25, NestWriteOutcome.NotSeen)]
    public void A_value_shown_at_the_last_moment_that_goes_back_is_not_accepted(int next, NestWriteOutcome outcome)
    {
        var time = new SignallingTime();
        using var homes = new Subject<DataModel>();
        using var watch = Watch(homes, time);

        watch.Answered();
        time.Advance(TimeSpan.FromSeconds(29));
        homes.OnNext(ThermostatHome.Model(Sent));
        time.Advance(TimeSpan.FromSeconds(1.5));
        homes.OnNext(ThermostatHome.Model(next));

        Assert.True(watch.Done.IsCompleted);
        Assert.Equal(outcome, Assert.Single(watch.Fields()).Outcome);
    }

    [Fact]
    public void A_value_before_a_lost_connection_is_not_stable()
    {
        var (time, isLive) = (new SignallingTime(), true);
        using var homes = new Subject<DataModel>();
        using var watch = Watch(homes, time, () => isLive);

        watch.Answered();
        homes.OnNext(ThermostatHome.Model(Sent));
        isLive = false;
        time.Advance(TimeSpan.FromSeconds(31));

        Assert.True(watch.Done.IsCompleted);
        var field = Assert.Single(watch.Fields());
        Assert.Equal((NestWriteOutcome.NotSeen, "21"), (field.Outcome, field.Seen.ToString()));
    }

    [Fact]
    public void A_stable_field_counts_next_to_one_that_is_never_seen()
    {
        var time = new SignallingTime();
        using var homes = new Subject<DataModel>();
        var change = new ThermostatSettings { TargetTemperature = Temperature.FromCelsius(Sent), HvacMode = HvacMode.Cool };
        using var watch = Watch(homes, time, settings: change);

        watch.Answered();
        homes.OnNext(ThermostatHome.Model(Sent));
        time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal([NestWriteOutcome.Confirmed, NestWriteOutcome.NotSeen], watch.Fields().Select(static field => field.Outcome));
    }

    [Fact]
    public void A_removed_device_is_not_seen()
    {
        var time = new SignallingTime();
        using var homes = new Subject<DataModel>();
        using var watch = Watch(homes, time);

        watch.Answered();
        homes.OnNext(new DataModel());
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(NestWriteOutcome.NotSeen, Assert.Single(watch.Fields()).Outcome);
    }

    [Fact]
    public void The_end_of_the_stream_ends_the_watch()
    {
        using var homes = new Subject<DataModel>();
        using var watch = Watch(homes, new SignallingTime());

        watch.Answered();
        homes.OnError(new NestAuthorizationException());

        Assert.True(watch.Done.IsCompleted);
    }

    private static WriteConfirmation Watch(IObservable<DataModel> homes, TimeProvider time, Func<bool>? isLive = null, decimal before = Before, ThermostatSettings? settings = null)
    {
        var intent = new ThermostatIntent(ThermostatHome.Id, settings ?? new ThermostatSettings { TargetTemperature = Temperature.FromCelsius(Sent) });
        var home = ThermostatHome.Model(before);
        return new WriteConfirmation([.. new WwnThermostatWrite(intent, home).Fields.Select(field => new FieldWatch(field, home, home))], new NestWriteOptions { Confirm = TimeSpan.FromSeconds(30) }, homes, isLive ?? (() => true), time);
    }

    private static NestWriteOutcome Expected(decimal[] seen)
    {
        if (seen.Length == 0)
            return NestWriteOutcome.NotSeen;
        var last = seen[^1];
        var shownAt = Array.LastIndexOf(seen, Sent);
        if (shownAt < 0)
            return last == Before ? NestWriteOutcome.NotSeen : NestWriteOutcome.Adjusted;
        var first = shownAt;
        while (first > 0 && seen[first - 1] == Sent)
            first--;
        var beforeIt = first == 0 ? Before : seen[first - 1];
        return last != Sent && last == beforeIt ? NestWriteOutcome.Reversed : NestWriteOutcome.Confirmed;
    }

    private static IEnumerable<string> Sequences(int count) => count == 0 ? [""] : from rest in Sequences(count - 1) from step in Steps select rest + step;

    private static decimal Value(char step) => step switch { 'B' => Before, 'S' => Sent, _ => Foreign };
}
