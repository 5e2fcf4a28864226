using System.Net;
using System.Net.Sockets;

namespace Nest.Sdk.Testing.Tests;

/// <summary>
/// A fake that has ended or failed to start leaves no timer behind. A timer would keep the whole home alive.
/// </summary>
public sealed class TimersTests
{
    private readonly CountingTime _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_timer_outlives_its_fake()
    {
        var server = await FakeNestServer.StartAsync(TestHomes.House, new() { TimeProvider = _time }, Cancellation);
        using var client = new FakeClient(server);
        await using var stream = await client.OpenStreamAsync();
        var user = server.AddUser(TestHomes.House);
        user.IssueToken();
        await user.RevokeTokenAsync();
        server.Faults.Next(Fault.Reversed(TimeSpan.FromHours(1)));
        (await client.PutAsync("/devices/thermostats/" + server.Home.ThermostatId("Hallway"), """{"fan_timer_active":true}""")).Dispose();
        server.Faults.Next(Fault.Delay(TimeSpan.FromHours(1)));
        var held = client.SendAsync(HttpMethod.Get, "/");
        await server.WaitForAsync(fake => fake.Requests.Count == 3);
        Assert.True(_time.Open > 0);

        await server.DisposeAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => held);
        Assert.Equal(0, _time.Open);
    }

    [Fact]
    public async Task A_fake_that_failed_to_start_leaves_no_timer()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var options = new FakeNestServerOptions { TimeProvider = _time, Port = ((IPEndPoint)other.LocalEndpoint).Port };

        await Assert.ThrowsAsync<IOException>(() => FakeNestServer.StartAsync(TestHomes.House, options, Cancellation));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FakeNestServer.StartAsync(TestHomes.House, new() { TimeProvider = _time }, new CancellationToken(canceled: true)));

        Assert.True(_time.Ever > 0);
        Assert.Equal(0, _time.Open);
    }

    /// <summary>The clock of the machine, with a count of its timers.</summary>
    private sealed class CountingTime : TimeProvider
    {
        private int _ever;
        private int _open;

        public int Ever => Volatile.Read(ref _ever);

        public int Open => Volatile.Read(ref _open);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Increment(ref _ever);
            Interlocked.Increment(ref _open);
            return new CountedTimer(this, base.CreateTimer(callback, state, dueTime, period));
        }

        private sealed class CountedTimer(CountingTime time, ITimer timer) : ITimer
        {
            private CountingTime? _time = time;

            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

            public void Dispose()
            {
                timer.Dispose();
                if (Interlocked.Exchange(ref _time, null) is { } time)
                    Interlocked.Decrement(ref time._open);
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
