using System.Reactive.Linq;
using System.Runtime.CompilerServices;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>Tests that a disposed client leaves nothing behind: no stream, no client, no repeated requests.</summary>
public class DisposalTests : Scenario
{
    [Fact]
    public async Task A_client_can_be_disposed_at_any_moment()
    {
        await using var factory = new NestClientFactory();
        var random = new Random(3);
        for (var i = 0; i < 60; i++)
        {
            var client = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = Server.Endpoint; wwn.AccessToken = Server.AccessToken; }));
            var recorder = Record(client.Updates);
            var read = client.GetAsync();
            for (var spin = random.Next(4) * random.Next(2000); spin > 0; spin--)
                Thread.SpinWait(20);

            await client.DisposeAsync();

            Assert.Null(await recorder.EndAsync());
            if (await Xunit.Record.ExceptionAsync(() => read) is { } error)
                Assert.IsType<ObjectDisposedException>(error);
        }

        await Server.WaitForAsync(server => server.OpenStreams == 0);
    }

    [Fact]
    public async Task A_disposed_client_is_collected()
    {
        await using var factory = new NestClientFactory();
        var client = await UseAndDisposeAsync(factory);

        using var patience = new CancellationTokenSource(Patience.Limit);
        while (client.IsAlive)
        {
            patience.Token.ThrowIfCancellationRequested();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }
    }

    [Fact]
    public async Task Concurrent_changes_and_subscriptions_lose_and_repeat_no_value()
    {
        var random = new Random(11);
        var subscribers = new List<(ObserverRecorder<int?> Recorder, IDisposable Subscription)>();
        for (var step = 1; step <= 400; step++)
        {
            switch (random.Next(6))
            {
                case 0:
                    var recorder = new ObserverRecorder<int?>(Patience.Limit);
                    subscribers.Add((recorder, Client.Updates.Select(home => home.Devices.Thermostats[HallwayId].FanTimerDuration).Subscribe(recorder)));
                    break;
                case 1 when subscribers.Count > 1:
                    subscribers[0].Subscription.Dispose();
                    subscribers.RemoveAt(0);
                    break;
                case 2 when random.Next(8) == 0:
                    await Server.Faults.NowAsync(Fault.Reset);
                    break;
                default:
                    await Server.SetAsync(HallwayPath + "/fan_timer_duration", step);
                    break;
            }
        }

        await Server.SetAsync(HallwayPath + "/fan_timer_duration", 1000);
        foreach (var (recorder, subscription) in subscribers)
        {
            // Every value is newer than the previous one, and the last one always arrives.
            for (int? last = -1; last != 1000;)
            {
                var next = await recorder.NextAsync();
                Assert.True(next > last || last == -1, $"{next} came after {last}");
                last = next;
            }

            subscription.Dispose();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> UseAndDisposeAsync(NestClientFactory factory)
    {
        var client = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = Server.Endpoint; wwn.AccessToken = Server.AccessToken; }));
        var recorder = Record(client.Updates);
        await recorder.NextAsync();
        await client.DisposeAsync();
        return new WeakReference(client);
    }
}
