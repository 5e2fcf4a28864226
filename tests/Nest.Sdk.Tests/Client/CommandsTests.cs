using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Client;

public sealed class CommandsTests : IDisposable
{
    private readonly StubHandler _stub = new(_ => StubHandler.Json("{}"));
    private readonly ServiceProvider _services;
    private readonly INestClient _client;

    public CommandsTests()
    {
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn => wwn.AccessToken = "c.TESTTOKEN")).ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => _stub));
        _services = services.BuildServiceProvider();
        _client = _services.GetRequiredService<INestClient>();
    }

    [Fact]
    public async Task Each_write_is_one_put_of_only_what_changes()
    {
        await _client.Thermostats.SetTargetTemperatureAsync("t-1", Temperature.FromCelsius(21.4m), Writes.Unchecked);
        await _client.Thermostats.SetTargetTemperatureAsync("t-1", Temperature.FromFahrenheit(69.6m), Writes.Unchecked);
        await _client.Thermostats.SetHvacModeAsync("t-1", HvacMode.HeatCool, Writes.Unchecked);
        await _client.Structures.SetAwayAsync("s_1", AwayState.Away, Writes.Unchecked);
        await _client.Cameras.SetStreamingAsync("c", false, Writes.Unchecked);

        Assert.Equal(
            [
                "PUT /devices/thermostats/t-1 {\"target_temperature_c\":21.5}",
                "PUT /devices/thermostats/t-1 {\"target_temperature_f\":70}",
                "PUT /devices/thermostats/t-1 {\"hvac_mode\":\"heat-cool\"}",
                "PUT /structures/s_1 {\"away\":\"away\"}",
                "PUT /devices/cameras/c {\"is_streaming\":false}",
            ],
            _stub.Requests.Select(request => $"{request.Method} {request.Uri.AbsolutePath} {request.Body}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    [InlineData("a/b")]
    public async Task An_invalid_id_is_refused_before_anything_is_sent(string id)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await _client.Cameras.SetStreamingAsync(id, true));

        Assert.Empty(_stub.Requests);
    }

    [Fact]
    public async Task An_arrival_that_is_too_late_is_refused_before_anything_is_sent()
    {
        var eta = new Eta { TripId = "trip", EstimatedArrivalWindowBegin = DateTimeOffset.MaxValue };

        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await _client.Structures.SetEtaAsync("s", eta));

        Assert.Empty(_stub.Requests);
    }

    [Fact]
    public async Task Only_home_and_away_can_be_written()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await _client.Structures.SetAwayAsync("s", AwayState.Unknown));
        await Assert.ThrowsAsync<ArgumentException>(async () => await _client.Structures.SetAwayAsync("s", default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await _client.Thermostats.SetHvacModeAsync("t", default));

        Assert.Empty(_stub.Requests);
    }

    [Fact]
    public async Task A_cancelled_call_carries_the_callers_token_and_sends_nothing()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _client.GetAsync(stop.Token));

        Assert.Equal(stop.Token, error.CancellationToken);
        Assert.Empty(_stub.Requests);
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\udc00\":1}")]
    public async Task A_raw_value_keeps_an_unpaired_surrogate_as_it_is_spelled(string json)
    {
        using var stub = new StubHandler(_ => StubHandler.Json(json));
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn => wwn.AccessToken = "c.TESTTOKEN")).ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => stub));
        await using var provider = services.BuildServiceProvider();

        Assert.Equal(json, (await provider.GetRequiredService<INestClient>().GetRawAsync("/x")).GetRawText());
    }

    [Fact]
    public async Task A_response_that_is_not_JSON_is_not_quoted()
    {
        // Starts like a JSON literal, which the parser quotes whole when it continues differently.
        using var stub = new StubHandler(_ => StubHandler.Json("nc.SECRETTOKEN123"));
        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn => wwn.AccessToken = "c.TESTTOKEN")).ConfigureHttp(http => http.ConfigurePrimaryHttpMessageHandler(() => stub));
        await using var provider = services.BuildServiceProvider();

        var error = await Assert.ThrowsAsync<NestProtocolException>(() => provider.GetRequiredService<INestClient>().GetRawAsync("/metadata/access_token"));

        Assert.Contains("not JSON (line 0, byte 1)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _services.Dispose();
}
