using Nest.Sdk.Model;
using Nest.Sdk.Tests.Writing;

namespace Nest.Sdk.Tests.Client;

/// <summary>The wire format of every writable field.</summary>
public sealed class WriteBodyTests : IAsyncDisposable
{
    private static readonly NestWriteOptions Dry = new() { DryRun = true, SkipChecks = true };
    private static readonly DateTimeOffset Noon = new(2030, 5, 1, 14, 0, 0, TimeSpan.FromHours(2));
    private readonly WriteRig _rig = new();

    private IThermostatCommands Thermostats => _rig.Client.Thermostats;

    private IStructureCommands Structures => _rig.Client.Structures;

    [Fact]
    public async Task Thermostats_of_the_client()
    {
        await BodyAsync("""{"target_temperature_c":21.5}""", Thermostats.SetTargetTemperatureAsync("t", Temperature.FromCelsius(21.4m), Dry));
        await BodyAsync("""{"target_temperature_f":70}""", Thermostats.SetTargetTemperatureAsync("t", Temperature.FromFahrenheit(69.6m), Dry));
        await BodyAsync("""{"target_temperature_low_c":19,"target_temperature_high_c":24}""", Thermostats.SetTargetRangeAsync("t", Temperature.FromCelsius(19), Temperature.FromFahrenheit(75), Dry));
        await BodyAsync("""{"hvac_mode":"heat-cool"}""", Thermostats.SetHvacModeAsync("t", HvacMode.HeatCool, Dry));
        await BodyAsync("""{"hvac_mode":"eco"}""", Thermostats.SetEcoAsync("t", Dry));
        await BodyAsync("""{"fan_timer_duration":30,"fan_timer_active":true}""", Thermostats.StartFanAsync("t", TimeSpan.FromMinutes(30), Dry));
        await BodyAsync("""{"fan_timer_active":true}""", Thermostats.StartFanAsync("t", options: Dry));
        await BodyAsync("""{"fan_timer_active":false}""", Thermostats.StopFanAsync("t", Dry));
        await BodyAsync("""{"label":"Küche \"1\""}""", Thermostats.SetLabelAsync("t", "Küche \"1\"", Dry));
        await BodyAsync("""{"temperature_scale":"F"}""", Thermostats.SetTemperatureScaleAsync("t", TemperatureScale.Fahrenheit, Dry));
    }

    [Fact]
    public async Task Structures_of_the_client()
    {
        var eta = new Eta { TripId = "trip \"1\"", EstimatedArrivalWindowBegin = Noon };

        await BodyAsync("""{"away":"home"}""", Structures.SetAwayAsync("s", AwayState.Home, Dry));
        await BodyAsync("""{"name":"Cabin"}""", Structures.SetNameAsync("s", "Cabin", Dry));
        await BodyAsync("""{"eta":{"trip_id":"trip \"1\"","estimated_arrival_window_begin":"2030-05-01T12:00:00.000Z","estimated_arrival_window_end":"2030-05-01T12:01:00.000Z"}}""", Structures.SetEtaAsync("s", eta, Dry));
        await BodyAsync("""{"eta":{"trip_id":"t","estimated_arrival_window_begin":0}}""", Structures.CancelEtaAsync("s", "t", Dry));
    }

    [Fact]
    public async Task Several_fields_go_in_one_write()
    {
        await BodyAsync(
            """{"target_temperature_c":20,"label":"x","temperature_scale":"C"}""",
            Thermostats.SetAsync("t", new ThermostatSettings { TargetTemperature = Temperature.FromCelsius(20), Label = "x", TemperatureScale = TemperatureScale.Celsius }, Dry));
        await BodyAsync("""{"away":"away","name":"x"}""", Structures.SetAsync("s", new StructureSettings { Away = AwayState.Away, Name = "x" }, Dry));
    }

    [Fact]
    public async Task Invalid_settings_are_an_argument_error()
    {
        var noTrip = new Eta { EstimatedArrivalWindowBegin = Noon };
        var noBegin = new Eta { TripId = "t" };
        var backwards = new Eta { TripId = "t", EstimatedArrivalWindowBegin = Noon, EstimatedArrivalWindowEnd = Noon.AddMinutes(-1) };

        await RefusedAsync(() => Thermostats.SetAsync("t", new ThermostatSettings(), Dry));
        await RefusedAsync(() => Structures.SetAsync("s", new StructureSettings(), Dry));
        await RefusedAsync(() => Thermostats.StartFanAsync("t", TimeSpan.FromSeconds(90), Dry));
        await RefusedAsync(() => Thermostats.StartFanAsync("t", TimeSpan.Zero, Dry));
        await RefusedAsync(() => Thermostats.SetLabelAsync("t", null!, Dry));
        await RefusedAsync(() => Thermostats.SetLabelAsync("t", "half \ud83d", Dry));
        await RefusedAsync(() => Thermostats.SetTemperatureScaleAsync("t", TemperatureScale.From("K"), Dry));
        await RefusedAsync(() => Structures.SetNameAsync("s", " ", Dry));
        await RefusedAsync(() => Structures.SetAsync("s", new StructureSettings { Name = " " }, Dry));
        await RefusedAsync(() => Structures.SetEtaAsync("s", noTrip, Dry));
        await RefusedAsync(() => Structures.SetEtaAsync("s", noBegin, Dry));
        await RefusedAsync(() => Structures.SetEtaAsync("s", backwards, Dry));
        await RefusedAsync(() => Structures.SetAsync("s", new StructureSettings { Eta = new Eta { TripId = "t", EstimatedArrivalWindowBegin = Noon }, CancelEtaOfTrip = "t" }, Dry));
        Assert.Throws<ArgumentOutOfRangeException>(() => Temperature.FromCelsius(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Temperature.FromFahrenheit(double.PositiveInfinity));
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    private static async Task BodyAsync(string body, Task<NestWriteResult> write)
    {
        var result = await write;
        Assert.Equal(RawJson.Parse(body), result.Steps[0].Request.Body);
        Assert.Equal(NestWriteOutcome.NotSent, result.Outcome);
    }

    private static Task<ArgumentException> RefusedAsync(Func<Task> call) => Assert.ThrowsAnyAsync<ArgumentException>(async () => await call());
}
