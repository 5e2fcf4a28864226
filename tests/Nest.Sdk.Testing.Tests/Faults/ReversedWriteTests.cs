using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Nest.Sdk.Testing.Tests.Faults;

/// <summary>A reversed write leaves no trace, neither in the document nor in the hidden state of the home.</summary>
public sealed class ReversedWriteTests : FakeServerTest
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(2);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2023, 9, 1, 12, 0, 0, TimeSpan.Zero));

    protected override FakeNestServerOptions Options => new() { TimeProvider = _time };

    private string Hallway => ThermostatPath("Hallway");

    private string Home => "/structures/" + Server.Home.StructureId("Home");

    [Theory]
    [InlineData("Hallway", """{"hvac_mode":"eco"}""")]
    [InlineData("Hallway", """{"target_temperature_c":25,"label":"x","fan_timer_active":true,"fan_timer_duration":30,"temperature_scale":"F"}""")]
    [InlineData("Living Room", """{"target_temperature_low_f":60,"target_temperature_high_f":80}""")]
    [InlineData("Home", """{"away":"away","name":"Elsewhere"}""")]
    [InlineData("Cabin", """{"away":"home"}""")]
    [InlineData("Cabin", """{"eta":{"trip_id":"a","estimated_arrival_window_begin":"2023-09-01T18:00:00Z","estimated_arrival_window_end":"2023-09-01T18:30:00Z"}}""")]
    public async Task All_effects_of_a_write_are_reversed(string name, string body)
    {
        foreach (var after in new[] { TimeSpan.Zero, Later })
        {
            var before = Server.Home.ToJson();
            Server.Faults.Next(Fault.Reversed(after));

            (await Client.PutAsync(PathOf(name), body)).EnsureSuccessStatusCode().Dispose();
            _time.Advance(after);

            Json.AssertSame(JsonNode.Parse(before), JsonNode.Parse(Server.Home.ToJson()));
        }
    }

    [Fact]
    public async Task A_reversed_eco_does_not_count_as_set_by_the_user()
    {
        Server.Faults.Next(Fault.Reversed());
        await PutAsync(Hallway, """{"hvac_mode":"eco"}""");

        await PutAsync(Home, """{"away":"away"}""");
        await PutAsync(Home, """{"away":"home"}""");

        Assert.Equal("heat", await ModeAsync());
    }

    [Fact]
    public async Task A_reversed_mode_restores_an_eco_that_was_set_by_the_user()
    {
        await PutAsync(Hallway, """{"hvac_mode":"eco"}""");
        Server.Faults.Next(Fault.Reversed());
        await PutAsync(Hallway, """{"hvac_mode":"cool"}""");
        Server.Faults.Next(Fault.Reversed());
        await PutAsync(Home, """{"away":"away"}""");

        await PutAsync(Home, """{"away":"away"}""");
        await PutAsync(Home, """{"away":"home"}""");

        Assert.Equal("eco", await ModeAsync());
    }

    [Fact]
    public async Task A_reversed_trip_no_longer_counts_and_other_trips_count_again()
    {
        await PutAsync(Home, """{"away":"away"}""");
        await PutAsync(Home, Trip("a", 18));
        Server.Faults.Next(Fault.Reversed());
        await PutAsync(Home, Trip("b", 16));
        Server.Faults.Next(Fault.Reversed());
        await PutAsync(Home, """{"away":"home"}""");
        Assert.Equal("2023-09-01T18:00:00.000Z", await TextAsync(Home + "/eta_begin"));

        await PutAsync(Home, Trip("c", 20));
        Assert.Equal("2023-09-01T18:00:00.000Z", await TextAsync(Home + "/eta_begin"));
        await PutAsync(Home, """{"eta":{"trip_id":"a","estimated_arrival_window_begin":0}}""");
        Assert.Equal("2023-09-01T20:00:00.000Z", await TextAsync(Home + "/eta_begin"));
    }

    [Fact]
    public async Task The_late_reversal_of_a_first_trip_keeps_a_trip_that_was_added_since()
    {
        await PutAsync(Home, """{"away":"away"}""");
        Server.Faults.Next(Fault.Reversed(Later));
        await PutAsync(Home, Trip("a", 18));
        await PutAsync(Home, Trip("b", 16));
        _time.Advance(Later);

        await PutAsync(Home, Trip("c", 20));
        await PutAsync(Home, """{"eta":{"trip_id":"b","estimated_arrival_window_begin":0}}""");

        Assert.Equal("2023-09-01T20:00:00.000Z", await TextAsync(Home + "/eta_begin"));
    }

    [Fact]
    public async Task A_later_change_by_another_user_is_not_reversed()
    {
        Server.Faults.Next(Fault.Reversed(Later));
        await PutAsync(Hallway, """{"target_temperature_c":25,"label":"mine"}""");
        await PutAsync(Hallway, """{"hvac_mode":"off"}""");
        await PutAsync(Hallway, """{"label":"theirs"}""");

        _time.Advance(Later);

        Assert.Equal(("off", "off", "theirs"), (await ModeAsync(), await TextAsync(Hallway + "/hvac_state"), await TextAsync(Hallway + "/label")));
        Assert.Equal("21", await TextAsync(Hallway + "/target_temperature_c"));
    }

    [Fact]
    public async Task A_device_that_was_removed_meanwhile_does_not_return()
    {
        Server.Faults.Next(Fault.Reversed(Later));
        await PutAsync(Hallway, """{"target_temperature_c":25}""");
        var path = Hallway;
        await Server.RemoveAsync(path);

        _time.Advance(Later);

        Assert.Null(Server.Home.Get(path));
    }

    private static string Trip(string id, int hour) =>
        $$$"""{"eta":{"trip_id":"{{{id}}}","estimated_arrival_window_begin":"2023-09-01T{{{hour}}}:00:00.000Z","estimated_arrival_window_end":"2023-09-01T{{{hour}}}:30:00.000Z"}}""";

    private string PathOf(string name) => name is "Home" or "Cabin" ? "/structures/" + Server.Home.StructureId(name) : ThermostatPath(name);

    private Task<string> ModeAsync() => TextAsync(Hallway + "/hvac_mode");

    private async Task<string> TextAsync(string path) => (await Client.GetAsync(path))!.ToString();

    private async Task PutAsync(string path, string body)
    {
        using var answer = await Client.PutAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
