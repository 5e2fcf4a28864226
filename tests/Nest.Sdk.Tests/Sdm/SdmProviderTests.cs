using System.Net;
using System.Text;
using System.Text.Json;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Sdm.Rest;
using Nest.Sdk.Tests.Tools;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm;

/// <summary>Reads of Google's homes without a stream.</summary>
public sealed class SdmProviderTests : IDisposable
{
    private readonly SignallingTime _time = new();
    private readonly ScriptedGoogle _google;

    public SdmProviderTests()
    {
        _google = new ScriptedGoogle(_time);
        _google.SetDevices(Thermostat("20.5"));
        _google.Set("structures", $$"""{"structures":[{"name":"{{StructureName("S1")}}","traits":{"sdm.structures.traits.Info":{"customName":"Home"} } }]}""");
        _google.Set("structures/S1/rooms", $$"""{"rooms":[{"name":"{{StructureName("S1")}}/rooms/R1","traits":{"sdm.structures.traits.RoomInfo":{"customName":"Hall"} } }]}""");
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _google.Dispose();

    [Fact]
    public async Task A_read_has_devices_structures_and_rooms()
    {
        var home = DataModelReader.Read(await _google.Provider().ReadHomeAsync(Cancelled));

        Assert.Empty(home.Issues);
        Assert.Equal("Hall", home.Model.Structures["S1"].Rooms["R1"].Name);
        Assert.Equal(NestBackend.Sdm, home.Model.Metadata.Backend);
        Assert.Equal("AVPHuser", home.Model.Metadata.UserId);
    }

    [Fact]
    public async Task The_next_reads_list_the_devices_alone_until_the_structures_are_due_again()
    {
        var provider = _google.Provider();
        await provider.ReadHomeAsync(Cancelled);
        await provider.ReadHomeAsync(Cancelled);
        Assert.Equal((2, 1, 1), (_google.CountOf("devices"), _google.CountOf("structures"), _google.CountOf("structures/S1/rooms")));

        _time.Advance(TimeSpan.FromMinutes(31));
        await provider.ReadHomeAsync(Cancelled);

        Assert.Equal(2, _google.CountOf("structures"));
    }

    [Fact]
    public async Task A_read_is_repeated_after_a_failure_of_the_server_and_not_after_a_429()
    {
        var provider = _google.Provider();
        _google.Once("devices", HttpStatusCode.InternalServerError);
        var read = provider.ReadHomeAsync(Cancelled);
        await _time.PassNextWaitAsync(static wait => wait < TimeSpan.FromSeconds(5));
        Assert.NotEmpty(await read);

        _google.Once("devices", HttpStatusCode.TooManyRequests);
        var limit = await Assert.ThrowsAsync<NestRateLimitException>(() => provider.ReadHomeAsync(Cancelled));

        Assert.Equal(TimeSpan.FromMinutes(1), limit.RetryAfter);
        Assert.Equal(3, _google.CountOf("devices"));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task Structures_that_are_refused_end_a_read_and_later_the_last_ones_are_used(HttpStatusCode status)
    {
        var provider = _google.Provider();
        _google.Once("structures", status);
        Assert.Equal(status, (await Assert.ThrowsAsync<NestRequestException>(() => provider.ReadHomeAsync(Cancelled))).StatusCode);

        await provider.ReadHomeAsync(Cancelled);
        _time.Advance(TimeSpan.FromMinutes(31));
        _google.Once("structures", status);

        Assert.Equal("Hall", DataModelReader.Read(await provider.ReadHomeAsync(Cancelled)).Model.Structures["S1"].Rooms["R1"].Name);
    }

    [Fact]
    public async Task A_structure_without_access_has_no_rooms_and_the_read_goes_on()
    {
        _google.Once("structures/S1/rooms", HttpStatusCode.Forbidden);

        Assert.Equal(20.5m, DataModelReader.Read(await _google.Provider().ReadHomeAsync(Cancelled)).Model.Devices.Thermostats["D1"].AmbientTemperature!.Value.Celsius);
    }

    [Fact]
    public async Task Reads_at_the_same_time_share_one_list()
    {
        var provider = _google.Provider();
        var late = new TaskCompletionSource<HttpResponseMessage>();
        _google.Later("devices", late.Task);

        var reads = Enumerable.Range(0, 10).Select(_ => provider.ReadHomeAsync(Cancelled)).ToList();
        late.SetResult(StubHandler.Json($$"""{"devices":[{{Thermostat("20.5")}}]}"""));
        await Task.WhenAll(reads);

        Assert.Equal(1, _google.CountOf("devices"));
    }

    [Fact]
    public async Task Clients_of_one_user_share_the_limits()
    {
        var user = new SdmUser(new Uri("https://smartdevicemanagement.example/"), Project, RefreshToken.Parse("1//TESTREFRESH0123456789"), _time);
        var same = user with { Credential = RefreshToken.Parse("1//TESTREFRESH0123456789") };
        var other = user with { Credential = RefreshToken.Parse("1//OTHERREFRESH0123456789") };
        // Two clients are created before either of them calls, and one may call rarely.
        Assert.Same(SdmPaces.Of(user, _time), SdmPaces.Of(same, _time));
        var held = SdmPaces.Of(user, _time);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Same(held, SdmPaces.Of(same, _time));
        for (var calls = 0; calls < 4; calls++)
            await SdmPaces.Of(user, _time).Of(SdmMethod.DevicesList).WaitAsync(Cancelled);

        Assert.False(SdmPaces.Of(same, _time).Of(SdmMethod.DevicesList).TryEnter());
        Assert.True(SdmPaces.Of(other, _time).Of(SdmMethod.DevicesList).TryEnter());
        Assert.True(SdmPaces.Of(same, _time).Of(SdmMethod.StructuresList).TryEnter());
    }

    [Theory]
    [InlineData("/devices/thermostats/D1/ambient_temperature_c", "20.5")]
    [InlineData("devices/thermostats/D1/name", "\"Hall\"")]
    [InlineData("/devices/thermostats/NONE/name", "null")]
    [InlineData("/metadata/user_id/more", "null")]
    public async Task A_path_reads_from_the_document(string path, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(await _google.Provider().ReadRawAsync(path, Cancelled)));

    [Theory]
    [InlineData("enterprises/")]
    [InlineData("/enterprises/")]
    public async Task A_path_of_Google_reads_its_own_JSON(string start)
    {
        using var json = JsonDocument.Parse(await _google.Provider().ReadRawAsync($"{start}{Project}/devices", Cancelled));

        Assert.Equal(DeviceName("D1"), json.RootElement.GetProperty("devices")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("/devices//D1")]
    [InlineData("/devices/../x")]
    [InlineData("enterprises/../x")]
    [InlineData("enterprises/P/devices/D1?fields=x")]
    [InlineData("enterprises/P/devices/D1:executeCommand")]
    [InlineData("enterprises//devices")]
    [InlineData("enterprises/P/devices/%2e%2e")]
    public async Task A_path_that_would_lead_elsewhere_is_refused_before_any_call(string path)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _google.Provider().ReadRawAsync(path, Cancelled));

        Assert.Empty(_google.Calls);
    }

    [Fact]
    public void Nothing_can_be_written_yet()
    {
        var provider = _google.Provider();

        Assert.Empty(provider.CapabilitiesOf(null).Supported);
        Assert.Throws<NestNotSupportedException>(() => provider.Writes.Plan(new CameraIntent("D1", true), null, check: true));
    }

    /// <summary>The values of a list count as of the start of its request by Google's clock.</summary>
    /// <param name="aheadSeconds">How far Google's clock is ahead of the local one.</param>
    /// <param name="jumpSeconds">How far the local clock jumps during the request.</param>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(-1, 0)]
    [InlineData(600, 0)]
    [InlineData(-600, 0)]
    [InlineData(0, 600)]
    [InlineData(0, -600)]
    [InlineData(600, -600)]
    public async Task A_value_counts_as_of_the_start_of_its_request_by_Googles_clock(int aheadSeconds, int jumpSeconds)
    {
        _google.Ahead = TimeSpan.FromSeconds(aheadSeconds);
        var start = _time.GetUtcNow() + _google.Ahead.Value;
        _google.Called = _ =>
        {
            // Google's clock goes on when the local one jumps.
            _time.JumpWallClock(TimeSpan.FromSeconds(jumpSeconds));
            _google.Ahead -= TimeSpan.FromSeconds(jumpSeconds);
            _time.Advance(TimeSpan.FromSeconds(3));
        };

        var answer = await _google.Rest().DevicesAsync(Cancelled);

        Assert.InRange((answer.At.AsOf - start).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    private static string Thermostat(string celsius) => Device("D1", $"{Trait("Temperature", $"\"ambientTemperatureCelsius\":{celsius}")},{Trait("ThermostatMode", "\"mode\":\"HEAT\",\"availableModes\":[\"HEAT\",\"OFF\"]")}");
}
