using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Nest.Sdk.Testing.Tests;

public sealed class LifecycleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Listens_on_loopback_only_on_two_ports()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        int[] ports = [server.Endpoint.Port, server.DataEndpoint.Port];

        // Distinct: the system's table may show an entry twice while other sockets come and go.
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => ports.Contains(listener.Port)).Distinct().ToList();

        Assert.Equal(2, ports.Distinct().Count());
        Assert.Equal(ports.Order(), listeners.Select(listener => listener.Port).Order());
        Assert.All(listeners, listener => Assert.Equal(IPAddress.Loopback, listener.Address));
    }

    [Fact]
    public async Task Listens_on_the_front_port_that_was_asked_for()
    {
        var port = FreeFixedPort();

        await using var server = await FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { Port = port }, Cancellation);

        Assert.Equal(port, server.Endpoint.Port);
        Assert.NotEqual(port, server.DataEndpoint.Port);
        using var client = new FakeClient(server);
        Assert.NotNull(await client.GetAsync("/structures"));
    }

    [Fact]
    public async Task Refuses_a_port_that_another_program_has_on_the_address_that_would_be_told()
    {
        await using var other = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        var port = other.Endpoint.Port;

        var error = await Assert.ThrowsAsync<IOException>(() => FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { Port = port }, Cancellation));

        Assert.StartsWith($"Port {port} cannot be used", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65_536)]
    public async Task Refuses_a_port_that_is_none(int port)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { Port = port }, Cancellation));

        Assert.Contains($"Port ({port})", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_fakes_share_nothing()
    {
        await using var one = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        await using var other = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        using var clientOfOne = new FakeClient(one);
        using var clientOfOther = new FakeClient(other);
        var path = "/devices/thermostats/" + one.Home.ThermostatId("Hallway");

        using var put = await clientOfOne.PutAsync(path, """{"label":"one"}""");

        Assert.Equal("one", (await clientOfOne.GetAsync(path + "/label"))!.ToString());
        Assert.Equal("", (await clientOfOther.GetAsync(path + "/label"))!.ToString());
        using var stranger = new FakeClient(other, token: one.AccessToken);
        using var refused = await stranger.SendAsync(HttpMethod.Get, "/");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Disposing_ends_streams_held_calls_and_ports_and_may_be_done_twice()
    {
        var server = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        using var client = new FakeClient(server);
        await using var stream = await client.OpenStreamAsync();
        await stream.NextPutAsync();
        var hold = server.Faults.While(Fault.Stall);
        var held = client.SendAsync(HttpMethod.Get, "/");
        await server.WaitForAsync(each => each.Requests.Count == 2);

        await server.DisposeAsync();
        await server.DisposeAsync();

        await Assert.ThrowsAnyAsync<IOException>(stream.NextAsync);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => held);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync("/"));
        Assert.Equal(0, server.OpenStreams);
        hold.Dispose();
    }

    [Fact]
    public async Task Second_disposal_ends_no_earlier_than_the_first()
    {
        var server = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        using var client = new FakeClient(server);
        await using var stream = await client.OpenStreamAsync();

        var first = server.DisposeAsync().AsTask();
        await server.DisposeAsync();

        Assert.True(first.IsCompleted);
    }

    [Fact]
    public async Task Fakes_by_the_dozen_live_side_by_side()
    {
        const int Count = 24;
        var servers = await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation)));
        Assert.Equal(Count * 2, servers.SelectMany(server => new[] { server.Endpoint.Port, server.DataEndpoint.Port }).Distinct().Count());

        foreach (var server in servers)
        {
            using var client = new FakeClient(server);
            await using var stream = await client.OpenStreamAsync();
            await stream.NextPutAsync();
        }

        await Task.WhenAll(servers.Select(server => server.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Home_that_was_handed_in_does_not_change()
    {
        var home = TestHomes.House;
        var before = home.ToJson();
        await using var server = await FakeNestServer.StartAsync(home, cancellationToken: Cancellation);

        await server.SetAsync("/structures/" + home.StructureId("Home") + "/name", "Other");

        Assert.Equal(before, home.ToJson());
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("-00:00:01")]
    [InlineData("50.00:00:00")]
    [InlineData("10675199.02:48:05.4775807")]
    public async Task Period_that_no_timer_takes_is_refused_at_the_start(string period)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => FakeNestServer.StartAsync(FakeHome.Empty, new() { KeepAlivePeriod = TimeSpan.Parse(period, CultureInfo.InvariantCulture) }, Cancellation));

        Assert.Contains($"KeepAlivePeriod ({period})", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00:00:00.9990000")]
    [InlineData("-1.00:00:00")]
    [InlineData("36526.00:00:00")]
    [InlineData("10675199.02:48:05.4775807")]
    public async Task Life_of_tokens_that_no_clock_takes_is_refused_at_the_start(string life)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => FakeNestServer.StartAsync(FakeHome.Empty, new() { TokenLifetime = TimeSpan.Parse(life, CultureInfo.InvariantCulture) }, Cancellation));

        Assert.Contains($"TokenLifetime ({life})", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Longest_times_are_kept()
    {
        var options = new FakeNestServerOptions { KeepAlivePeriod = TimeSpan.FromDays(49), TokenLifetime = TimeSpan.FromDays(36_525) };
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, options, Cancellation);
        using var client = new FakeClient(server);
        await using var stream = await client.OpenStreamAsync();

        Assert.NotNull(await stream.NextPutAsync());
    }

    /// <summary>Below the ports that the system gives out by itself: no test that runs at the same time takes it.</summary>
    private static int FreeFixedPort()
    {
        for (var port = 20_000; ; port++)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException) when (port < 30_000)
            {
                // Another program has it.
            }
        }
    }
}
