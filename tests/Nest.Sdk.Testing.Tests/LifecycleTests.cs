using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Nest.Sdk.Testing.Tests;

public sealed class LifecycleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Listens_on_two_ports_of_loopback_only()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        int[] ports = [server.Endpoint.Port, server.DataEndpoint.Port];

        // Distinct: the system's table can show an entry twice while other sockets open and close.
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => ports.Contains(listener.Port)).Distinct().ToList();

        Assert.Equal(2, ports.Distinct().Count());
        Assert.Equal(ports.Order(), listeners.Select(listener => listener.Port).Order());
        Assert.All(listeners, listener => Assert.Equal(IPAddress.Loopback, listener.Address));
    }

    [Fact]
    public async Task Listens_on_the_requested_front_port()
    {
        var port = FreeFixedPort();

        await using var server = await FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { Port = port }, Cancellation);

        Assert.Equal(port, server.Endpoint.Port);
        Assert.NotEqual(port, server.DataEndpoint.Port);
        using var client = new FakeClient(server);
        Assert.NotNull(await client.GetAsync("/structures"));
    }

    [Fact]
    public async Task Refuses_a_port_that_another_program_uses_on_the_reported_address()
    {
        await using var other = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        var port = other.Endpoint.Port;

        var error = await Assert.ThrowsAsync<IOException>(() => FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { Port = port }, Cancellation));

        Assert.StartsWith($"Port {port} cannot be used", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65_536)]
    public async Task Refuses_an_invalid_port(int port)
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
    public async Task Disposing_ends_streams_held_calls_and_ports_and_can_be_repeated()
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
    public async Task A_second_disposal_ends_no_earlier_than_the_first()
    {
        var server = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: Cancellation);
        using var client = new FakeClient(server);
        await using var stream = await client.OpenStreamAsync();

        var first = server.DisposeAsync().AsTask();
        await server.DisposeAsync();

        Assert.True(first.IsCompleted);
    }

    [Fact]
    public async Task Dozens_of_fakes_run_in_parallel()
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
    public async Task The_home_passed_to_the_fake_does_not_change()
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
    public async Task An_invalid_keep_alive_period_is_refused_at_the_start(string period)
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
    public async Task An_invalid_token_lifetime_is_refused_at_the_start(string life)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => FakeNestServer.StartAsync(FakeHome.Empty, new() { TokenLifetime = TimeSpan.Parse(life, CultureInfo.InvariantCulture) }, Cancellation));

        Assert.Contains($"TokenLifetime ({life})", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_valid_times_are_applied()
    {
        var options = new FakeNestServerOptions { KeepAlivePeriod = TimeSpan.FromDays(49), TokenLifetime = TimeSpan.FromDays(36_525) };
        await using var server = await FakeNestServer.StartAsync(TestHomes.House, options, Cancellation);
        using var client = new FakeClient(server);
        await using var stream = await client.OpenStreamAsync();

        Assert.NotNull(await stream.NextPutAsync());
    }

    /// <summary>Below the ports that the system assigns automatically, so that no concurrent test takes it.</summary>
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
                // Another program uses it.
            }
        }
    }
}
