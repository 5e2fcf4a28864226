using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

public sealed class ThermostatTests
{
    [Fact]
    public void The_mode_below_eco_is_the_previous_one()
    {
        Assert.Equal(HvacMode.Heat, new Thermostat { HvacMode = HvacMode.Eco, PreviousHvacMode = HvacMode.Heat }.UnderlyingHvacMode);
        Assert.Equal(HvacMode.Cool, new Thermostat { HvacMode = HvacMode.Cool, PreviousHvacMode = HvacMode.Heat }.UnderlyingHvacMode);
        Assert.True(new Thermostat { HvacMode = HvacMode.Eco }.UnderlyingHvacMode.IsAbsent);
        Assert.True(new Thermostat().UnderlyingHvacMode.IsAbsent);
    }

    [Fact]
    public void Celsius_alone_is_read_and_written_as_it_was_reported()
    {
        var (thermostat, issues) = Document.Thermostat("\"ambient_temperature_c\":24.444443,\"eco_temperature_low_c\":10");

        Assert.Empty(issues);
        Assert.Equal(24.444443m, thermostat.AmbientTemperature!.Value.Celsius);
        Assert.Equal(75.9999974m, thermostat.AmbientTemperature.Value.Fahrenheit);
        Assert.False(thermostat.AmbientTemperature.Value.ReportedIn(TemperatureScale.Fahrenheit));
        Assert.Equal("""{"eco_temperature_low_c":10,"ambient_temperature_c":24.444443}""", System.Text.Json.JsonSerializer.Serialize(thermostat, NestJsonContext.Default.Thermostat));
    }
}
