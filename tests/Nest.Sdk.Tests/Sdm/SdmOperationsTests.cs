using System.Net;
using System.Text;
using System.Text.Json;
using Nest.Sdk.Tests.Tools;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm;

/// <summary>
/// Each reading row of the operations of Works with Nest, and what the client does at Google instead. The stream is in
/// <c>SdmPollTests</c>, the token in <c>GoogleAccessTokensTests</c>, its revocation in <c>SdmRevocationTests</c>. See
/// docs/protocol/smart-device-management.md#operations.
/// </summary>
public sealed class SdmOperationsTests : IDisposable
{
    private const string Place = "enterprises/" + Project;

    private readonly ScriptedGoogle _google;

    public SdmOperationsTests()
    {
        _google = new ScriptedGoogle(new SignallingTime());
        var thermostat = Device("D1", Trait("ThermostatMode", "\"mode\":\"HEAT\"") + "," + Trait("Humidity", "\"ambientHumidityPercent\":42"));
        _google.SetDevices(thermostat);
        _google.Set("devices/D1", thermostat);
        _google.Set("structures", $$"""{"structures":[{{Structure("S1")}},{{Structure("S2")}}]}""");
        _google.Set("structures/S1", Structure("S1"));
        _google.Set("structures/S1/rooms", $$"""{"rooms":[{{Room}}]}""");
        _google.Set("structures/S1/rooms/R1", Room);
        _google.Set("structures/S2/rooms", "{}");
    }

    private static string Room => $$"""{"name":"{{StructureName("S1")}}/rooms/R1","traits":{"sdm.structures.traits.RoomInfo":{"customName":"Hall"} } }""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _google.Dispose();

    [Theory]
    [InlineData("/", "devices", "structures", "structures/S1/rooms", "structures/S2/rooms")]
    [InlineData("/devices", "devices", "structures", "structures/S1/rooms", "structures/S2/rooms")]
    [InlineData("/devices/thermostats/D1", "devices", "structures", "structures/S1/rooms", "structures/S2/rooms")]
    [InlineData("/structures/S1", "devices", "structures", "structures/S1/rooms", "structures/S2/rooms")]
    [InlineData(Place + "/devices", "devices")]
    [InlineData(Place + "/devices/D1", "devices/D1")]
    [InlineData(Place + "/structures", "structures")]
    [InlineData(Place + "/structures/S1", "structures/S1")]
    [InlineData(Place + "/structures/S1/rooms", "structures/S1/rooms")]
    [InlineData(Place + "/structures/S1/rooms/R1", "structures/S1/rooms/R1")]
    public async Task A_read_is_these_calls(string address, params string[] calls)
    {
        await _google.Provider().ReadRawAsync(address, Cancelled);

        Assert.Equal(calls, _google.Calls.Select(static call => call.Path));
    }

    [Theory]
    [InlineData("/devices/thermostats/D1/humidity", "42")]
    [InlineData("/devices/thermostats/D1/structure_id", "\"S1\"")]
    [InlineData("/structures/S1/name", "\"Home S1\"")]
    [InlineData("/structures/S1/wheres/R1/name", "\"Hall\"")]
    [InlineData("/metadata/user_id", "\"AVPHuser\"")]
    public async Task A_place_of_the_tree_is_read_by_its_path(string path, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(await _google.Provider().ReadRawAsync(path, Cancelled)));

    [Theory]
    [InlineData("access_token")]
    [InlineData("client_version")]
    public async Task Metadata_that_Google_does_not_have_is_absent(string field)
    {
        using var home = JsonDocument.Parse(await _google.Provider().ReadHomeAsync(Cancelled));

        Assert.False(home.RootElement.GetProperty("metadata").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task A_redirect_to_a_data_host_is_not_followed()
    {
        _google.Once("devices", () => new HttpResponseMessage(HttpStatusCode.TemporaryRedirect) { Headers = { Location = new Uri("https://data.example/") } });

        await Assert.ThrowsAsync<NestRequestException>(() => _google.Provider().ReadHomeAsync(Cancelled));

        Assert.Equal(["devices"], _google.Calls.Select(static call => call.Path));
    }

    [Fact]
    public async Task A_blocked_call_says_when_to_call_again()
    {
        _google.Once("devices", HttpStatusCode.TooManyRequests, """{"error":{"code":429,"message":"Rate limited.","status":"RESOURCE_EXHAUSTED"}}""");

        var error = await Assert.ThrowsAsync<NestRateLimitException>(() => _google.Provider().ReadHomeAsync(Cancelled));

        Assert.Equal(TimeSpan.FromMinutes(1), error.RetryAfter);
    }

    /// <summary>The fields <c>error</c> and <c>message</c>, and the status; <c>type</c>, <c>instance</c> and <c>details</c> have no equal.</summary>
    [Fact]
    public async Task An_error_has_a_reason_a_message_and_a_status()
    {
        _google.Once("devices", HttpStatusCode.NotFound, """{"error":{"code":404,"message":"Enterprise not found.","status":"NOT_FOUND"}}""");

        var error = await Assert.ThrowsAsync<NestRequestException>(() => _google.Provider().ReadHomeAsync(Cancelled));

        Assert.Equal((404, "NOT_FOUND", "Enterprise not found."), (error.ServerError!.Status, error.ServerError.Reason, error.ServerError.Message));
    }

    private static string Structure(string id) => $$"""{"name":"{{StructureName(id)}}","traits":{"sdm.structures.traits.Info":{"customName":"Home {{id}}"} } }""";
}
