namespace Nest.Sdk.Testing.Tests.Rules;

public sealed class StructureRulesTests : RuleTest
{
    private const string Window = "\"estimated_arrival_window_begin\":\"2023-09-01T10:00:00.000Z\",\"estimated_arrival_window_end\":\"2023-09-01T10:30:00.000Z\"";

    [Theory]
    [InlineData("\"auto-away\"")]
    [InlineData("\"unknown\"")]
    [InlineData("\"Home\"")]
    [InlineData("true")]
    [InlineData("null")]
    public async Task Away_is_home_or_away_only(string value) => await AssertRefusedAsync(Structure("Home") + "/away", value, NotCaptured, "Invalid value for Away");

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    public async Task A_name_is_a_text(string value) => await AssertRefusedAsync(Structure("Home") + "/name", value, NotCaptured, "Unspecified error");

    [Fact]
    public async Task An_eta_is_refused_while_the_structure_is_home() =>
        await AssertRefusedAsync(Structure("Home") + "/eta", $"{{\"trip_id\":\"t\",{Window}}}", NotCaptured, "Not in away mode");

    [Fact]
    public async Task An_eta_needs_a_thermostat()
    {
        await Server.ChangeAsync(home => home.WithStructure("Shed", away: "away").WithCamera("Door"));

        await AssertRefusedAsync(Structure("Shed") + "/eta", $"{{\"trip_id\":\"t\",{Window}}}", NotCaptured, "No thermostat in structure");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("{}")]
    [InlineData("{" + Window + "}")]
    [InlineData("""{"trip_id":"",""" + Window + "}")]
    [InlineData("""{"trip_id":"t"}""")]
    [InlineData("""{"trip_id":"t","estimated_arrival_window_begin":"2023-09-01T10:00:00Z"}""")]
    [InlineData("""{"trip_id":"t","estimated_arrival_window_begin":"soon","estimated_arrival_window_end":"2023-09-01T10:00:00Z"}""")]
    [InlineData("""{"trip_id":"t","estimated_arrival_window_begin":"10:00","estimated_arrival_window_end":"11:00"}""")]
    [InlineData("""{"trip_id":"t","estimated_arrival_window_begin":"2023-09-01","estimated_arrival_window_end":"2023-09-02"}""")]
    [InlineData("""{"trip_id":"t","estimated_arrival_window_begin":"2023-09-01T11:00:00Z","estimated_arrival_window_end":"2023-09-01T10:00:00Z"}""")]
    [InlineData("""{"trip_id":"t","estimated_arrival_window_begin":1}""")]
    public async Task An_eta_is_a_trip_with_a_window(string value) => await AssertRefusedAsync(Structure("Cabin") + "/eta", value, NotCaptured, "Unspecified error");

    [Fact]
    public async Task The_earliest_of_several_trips_is_shown_until_it_is_cancelled()
    {
        var cabin = Structure("Cabin");
        async Task<string> ExpectAsync(string trip, string begin)
        {
            await AssertAcceptedAsync(cabin + "/eta", $$"""{"trip_id":"{{trip}}","estimated_arrival_window_begin":{{begin}},"estimated_arrival_window_end":"2023-09-01T20:00:00.000Z"}""");
            return await ReadTextAsync(cabin + "/eta_begin");
        }

        Assert.Equal("2023-09-01T10:00:00.000Z", await ExpectAsync("one", "\"2023-09-01T10:00:00.000Z\""));
        Assert.Equal("2023-09-01T10:00:00.000Z", await ExpectAsync("other", "\"2023-09-01T12:00:00.000Z\""));
        Assert.Equal("2023-09-01T11:00:00.000Z", await ExpectAsync("one", "\"2023-09-01T11:00:00.000Z\""));
        Assert.Equal("2023-09-01T12:00:00.000Z", await ExpectAsync("one", "0"));
        Assert.Equal("1970-01-01T00:00:00.000Z", await ExpectAsync("other", "0"));
        Assert.False((await ReadAsync(cabin))!.AsObject().ContainsKey("eta"));
    }
}
