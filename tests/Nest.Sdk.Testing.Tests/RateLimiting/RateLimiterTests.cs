using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests.RateLimiting;

public sealed class RateLimiterTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private FakeNestServer _server = null!;
    private FakeClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Hallway => "/devices/thermostats/" + _server.Home.ThermostatId("Hallway");

    private string Den => "/devices/thermostats/" + _server.Home.ThermostatId("Den");

    [Fact]
    public async Task Nothing_is_limited_by_default()
    {
        await StartAsync(limits: null);

        for (var i = 0; i < 100; i++)
            Assert.Equal(HttpStatusCode.OK, await PutAsync(Hallway));
    }

    [Fact]
    public async Task A_device_accepts_a_number_of_writes_per_hour_independently_of_other_devices()
    {
        await StartAsync(new() { WritesPerHour = 2, CallsPerHour = null });

        Assert.Equal(HttpStatusCode.OK, await PutAsync(Hallway));
        _time.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(Hallway));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PutAsync(Hallway));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(Den));
        _time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(Hallway));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PutAsync(Hallway));
    }

    [Fact]
    public async Task A_call_with_a_fault_counts_once_and_a_scripted_response_does_not_count()
    {
        await StartAsync(new() { CallsPerHour = 3 });
        _server.Faults.Next(Fault.Status(503));
        _server.Faults.Next(Fault.Delay(TimeSpan.Zero).Then(Fault.Headers));
        _server.Faults.Next(Fault.Apply.Then(Fault.Delay(TimeSpan.Zero)));
        _server.Faults.Next(Fault.Duplicate);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PutAsync(Hallway));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(Hallway));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(Hallway));
        await using (await _client.OpenStreamAsync())
            Assert.Equal(HttpStatusCode.TooManyRequests, await PutAsync(Hallway));
    }

    [Fact]
    public async Task All_tokens_of_a_user_share_the_write_limit_and_other_users_do_not()
    {
        await StartAsync(new() { WritesPerHour = 1 });
        using var sameUser = new FakeClient(_server, token: _server.User.IssueToken());
        using var otherUser = new FakeClient(_server, token: _server.AddUser(TestHomes.House).AccessToken);

        Assert.Equal(HttpStatusCode.OK, await PutAsync(Hallway));
        using var shared = await sameUser.PutAsync(Hallway, """{"label":"x"}""");
        using var own = await otherUser.PutAsync(Hallway, """{"label":"x"}""");

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (shared.StatusCode, own.StatusCode));
    }

    [Fact]
    public async Task A_refused_write_does_not_count_and_a_blocked_one_changes_nothing()
    {
        await StartAsync(new() { WritesPerHour = 1 });

        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync(Hallway, """{"humidity":1}"""));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(Hallway));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PutAsync(Hallway, """{"label":"y"}"""));
        Assert.Equal("x", _server.Home.Get(Hallway + "/label")!.ToString());
    }

    [Fact]
    public async Task A_token_has_hourly_limits_of_reads_writes_and_streams()
    {
        await StartAsync(new() { CallsPerHour = 3 });
        using var other = new FakeClient(_server, token: _server.User.IssueToken());

        Assert.NotNull(await _client.GetAsync("/"));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(Hallway));
        await using var stream = await _client.OpenStreamAsync();
        using var read = await _client.SendAsync(HttpMethod.Get, "/");
        using var second = await _client.SendAsync(HttpMethod.Get, "/", accept: "text/event-stream");

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests), (read.StatusCode, second.StatusCode));
        Assert.NotNull(await other.GetAsync("/"));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await _client.GetAsync("/"));
    }

    [Fact]
    public async Task A_redirected_call_counts_once_and_the_front_port_blocks_too()
    {
        await StartAsync(new() { CallsPerHour = 1 });
        using var front = new FakeClient(_server, onFrontPort: true);

        using var redirected = await front.SendAsync(HttpMethod.Get, "/");
        Assert.NotNull(await _client.GetAsync("/"));
        using var blocked = await front.SendAsync(HttpMethod.Get, "/");

        Assert.Equal((HttpStatusCode.TemporaryRedirect, HttpStatusCode.TooManyRequests), (redirected.StatusCode, blocked.StatusCode));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "2400")]
    public async Task A_block_equals_the_reference_and_has_a_retry_time_only_if_configured(bool sendRetryAfter, string? expected)
    {
        await StartAsync(new() { WritesPerHour = 1, SendRetryAfter = sendRetryAfter });
        await PutAsync(Hallway);
        _time.Advance(TimeSpan.FromMinutes(20));

        using var blocked = await _client.PutAsync(Hallway, """{"label":"x"}""");

        var error = await Json.ReadAsync(blocked);
        Assert.Equal(("blocked", "blocked"), (Json.Anchor(error), error["error"]!.ToString()));
        Assert.Equal(expected, blocked.Headers.TryGetValues("Retry-After", out var values) ? values.Single() : null);
    }

    [Fact]
    public async Task A_device_with_a_low_battery_accepts_no_write_until_it_has_recharged()
    {
        await StartAsync(limits: null);

        using (_server.BlockWrites(_server.Home.ThermostatId("Hallway")))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, await PutAsync(Hallway));
            Assert.Equal(HttpStatusCode.OK, await PutAsync(Den));
        }

        Assert.Equal(HttpStatusCode.OK, await PutAsync(Hallway));
    }

    [Fact]
    public async Task A_block_applies_to_a_device_of_one_user_and_an_unknown_id_is_refused()
    {
        await StartAsync(limits: null);
        var other = _server.AddUser(TestHomes.House.WithThermostat("Attic", structure: "Cabin"));
        using var otherClient = new FakeClient(_server, token: other.AccessToken);
        var id = _server.Home.ThermostatId("Hallway");

        foreach (var unknown in new[] { "Hallway", other.Home.ThermostatId("Attic"), id.ToLowerInvariant() })
        {
            var error = Assert.Throws<ArgumentException>(() => _server.BlockWrites(unknown));
            Assert.Equal("id", error.ParamName);
            Assert.Contains($"'{unknown}'", error.Message, StringComparison.Ordinal);
        }

        using var camera = _server.BlockWrites(_server.Home.CameraId("Deck"));
        using var structure = other.BlockWrites(other.Home.StructureId("Home"));
        using var block = other.BlockWrites(id);
        using var blocked = await otherClient.PutAsync(Hallway, """{"label":"x"}""");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (await PutAsync(Hallway), blocked.StatusCode));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task A_limit_below_one_is_refused_at_the_start(int writes, int calls) =>
        await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(new() { WritesPerHour = writes, CallsPerHour = calls }));

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private async Task StartAsync(FakeRateLimits? limits)
    {
        _server = await FakeNestServer.StartAsync(TestHomes.House, new() { TimeProvider = _time, RateLimits = limits }, Cancellation);
        _client = new FakeClient(_server);
    }

    private async Task<HttpStatusCode> PutAsync(string path, string body = """{"label":"x"}""")
    {
        using var response = await _client.PutAsync(path, body);
        return response.StatusCode;
    }
}
