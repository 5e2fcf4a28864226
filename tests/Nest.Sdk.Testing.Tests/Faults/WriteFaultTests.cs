using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests.Faults;

/// <summary>Writes that are neither simply accepted nor simply refused.</summary>
public sealed class WriteFaultTests : FakeServerTest
{
    private const string Echo = """{"target_temperature_c":23.5}""";

    private readonly FakeTimeProvider _time = new();

    protected override FakeNestServerOptions Options => new() { TimeProvider = _time };

    private string Hallway => ThermostatPath("Hallway");

    [Fact]
    public async Task A_reversed_write_is_shown_and_then_undone()
    {
        await using var stream = await OpenAsync();
        Server.Faults.Next(Fault.Reversed());

        using var answer = await Client.PutAsync(Hallway, Echo);

        Assert.Equal((HttpStatusCode.OK, Echo), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        Assert.Equal("23.5 74", Target(await stream.NextPutAsync()));
        Assert.Equal("21 70", Target(await stream.NextPutAsync()));
        Assert.Equal("21", (await Client.GetAsync(Hallway + "/target_temperature_c"))!.ToJsonString());
    }

    [Fact]
    public async Task A_write_that_is_reversed_later_undoes_only_itself()
    {
        await using var stream = await OpenAsync();
        Server.Faults.Next(Fault.Reversed(after: TimeSpan.FromSeconds(2)), Calls.Writes);
        (await Client.PutAsync(Hallway, Echo)).Dispose();
        await stream.NextPutAsync();

        await Server.SetAsync(Hallway + "/humidity", 35);
        await stream.NextPutAsync();
        _time.Advance(TimeSpan.FromSeconds(2));

        var last = await stream.NextPutAsync();
        Assert.Equal("21 70", Target(last));
        Assert.Equal("35", Thermostat(last)["humidity"]!.ToJsonString());
    }

    [Fact]
    public async Task An_adjusted_write_never_shows_the_requested_value()
    {
        await using var stream = await OpenAsync();
        Server.Faults.Next(Fault.Adjusted("target_temperature_c", 22));

        using var answer = await Client.PutAsync(Hallway, Echo);

        Assert.Equal(Echo, await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("22 72", Target(await stream.NextPutAsync()));
        await AssertNothingMoreAsync(stream);
    }

    [Theory]
    [InlineData("target_temperature_c", "10", "off")]
    [InlineData("hvac_mode", "\"off\"", "off")]
    [InlineData("hvac_state", "\"cooling\"", "cooling")]
    [InlineData("label", "\"x\"", "heating")]
    public async Task The_thermostat_acts_on_the_value_that_is_shown(string field, string value, string state)
    {
        foreach (var after in new TimeSpan?[] { null, TimeSpan.FromSeconds(3) })
        {
            (await Client.PutAsync(Hallway, """{"hvac_mode":"heat"}""")).Dispose();
            Server.Faults.Next(Fault.Adjusted(field, JsonNode.Parse(value), after));

            (await Client.PutAsync(Hallway, Echo)).Dispose();
            _time.Advance(after ?? TimeSpan.Zero);

            Assert.Equal(state, Server.Home.Get(Hallway + "/hvac_state")!.ToString());
        }
    }

    [Fact]
    public async Task A_write_that_is_adjusted_later_first_shows_the_requested_value()
    {
        await using var stream = await OpenAsync();
        Server.Faults.Next(Fault.Adjusted("target_temperature_c", 22, after: TimeSpan.FromSeconds(3)));
        (await Client.PutAsync(Hallway + "/target_temperature_c", "23.5")).Dispose();

        Assert.Equal("23.5 74", Target(await stream.NextPutAsync()));
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("22 72", Target(await stream.NextPutAsync()));
    }

    [Fact]
    public async Task A_response_can_come_after_the_streams_show_the_write()
    {
        await using var stream = await OpenAsync();
        Server.Faults.Next(Fault.Apply.Then(Fault.Delay(TimeSpan.FromSeconds(4))));
        var call = Client.PutAsync(Hallway, Echo);

        Assert.Equal("23.5 74", Target(await stream.NextPutAsync()));
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(4));

        using var answer = await call;
        Assert.Equal((HttpStatusCode.OK, Echo), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        await AssertNothingMoreAsync(stream);
    }

    [Fact]
    public async Task A_late_response_is_also_a_late_write()
    {
        Server.Faults.Next(Fault.Delay(TimeSpan.FromSeconds(4)));
        var call = Client.PutAsync(Hallway, Echo);
        await Server.WaitForAsync(server => server.Requests.Count == 1);

        Assert.Equal("21", Server.Home.Get(Hallway + "/target_temperature_c")!.ToJsonString());
        _time.Advance(TimeSpan.FromSeconds(4));

        using var answer = await call;
        Assert.Equal("23.5", Server.Home.Get(Hallway + "/target_temperature_c")!.ToJsonString());
    }

    [Theory]
    [InlineData(false, "21")]
    [InlineData(true, "23.5")]
    public async Task A_write_without_a_response_is_applied_or_not_as_scripted(bool isApplied, string target)
    {
        var never = isApplied ? Fault.Apply.Then(Fault.Stall) : Fault.Stall;
        var reset = isApplied ? Fault.Apply.Then(Fault.Reset) : Fault.Reset;
        Server.Faults.Next(reset);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Client.PutAsync(Hallway, Echo));
        Assert.Equal(target, Server.Home.Get(Hallway + "/target_temperature_c")!.ToJsonString());

        Server.Faults.Next(never);
        var call = Client.PutAsync(Hallway, Echo);
        await Server.WaitForAsync(server => server.Requests.Count == 2);

        // The read completes in the meantime.
        Assert.Equal(target, (await Client.GetAsync(Hallway + "/target_temperature_c"))!.ToJsonString());
        Assert.False(call.IsCompleted);
    }

    [Fact]
    public async Task A_write_can_be_applied_and_answered_with_an_error()
    {
        Server.Faults.Next(Fault.Apply.Then(Fault.Status(500)));

        using var answer = await Client.PutAsync(Hallway, Echo);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("23.5", Server.Home.Get(Hallway + "/target_temperature_c")!.ToJsonString());
    }

    [Fact]
    public async Task A_write_that_a_rule_refuses_uses_no_fault_for_accepted_writes()
    {
        Fault[] faults = [Fault.Reversed(), Fault.Adjusted("target_temperature_c", 22), Fault.Apply.Then(Fault.Status(500))];
        foreach (var fault in faults)
        {
            Server.Faults.Next(fault);

            using var refused = await Client.PutAsync(Hallway, """{"target_temperature_c":99}""");
            using var unreadable = await Client.PutAsync(Hallway, "{");
            using (Server.BlockWrites(Server.Home.ThermostatId("Hallway")))
            {
                using var blocked = await Client.PutAsync(Hallway, Echo);
                Assert.Equal(HttpStatusCode.TooManyRequests, blocked.StatusCode);
            }

            Assert.All([refused, unreadable], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
            Assert.Single(Server.Faults.Waiting);
            (await Client.PutAsync(Hallway, Echo)).Dispose();
            Assert.Empty(Server.Faults.Waiting);
        }
    }

    [Fact]
    public async Task A_scripted_response_applies_to_every_write_even_one_that_a_rule_would_refuse()
    {
        Server.Faults.Next(Fault.Status(503), Calls.Writes);

        using var answer = await Client.PutAsync(Hallway, """{"target_temperature_c":99}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task A_write_fault_waits_for_a_write_and_ignores_the_redirect()
    {
        using var front = new FakeClient(Server, onFrontPort: true);
        Server.Faults.Next(Fault.Adjusted("label", "theirs"));

        await Client.GetAsync("/");
        (await front.PutAsync(Hallway, """{"label":"mine"}""")).Dispose();
        (await Client.PutAsync(Hallway, """{"label":"mine"}""")).Dispose();

        Assert.Equal("theirs", Server.Home.Get(Hallway + "/label")!.ToString());
        Assert.Empty(Server.Faults.Waiting);
    }

    private static JsonNode Thermostat(JsonNode put) => put["data"]!["devices"]!["thermostats"]!.AsObject().Single(device => $"{device.Value!["name"]}" == "Hallway").Value!;

    private static string Target(JsonNode put) => $"{Thermostat(put)["target_temperature_c"]!.ToJsonString()} {Thermostat(put)["target_temperature_f"]!.ToJsonString()}";

    private async Task<TestStream> OpenAsync()
    {
        var stream = await Client.OpenStreamAsync();
        await stream.NextPutAsync();
        return stream;
    }

    private async Task AssertNothingMoreAsync(TestStream stream)
    {
        await Server.Faults.NowAsync(Fault.Event("marker", "1"));
        Assert.Equal("marker", (await stream.NextAsync())!.Value.EventType);
    }
}
