using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Client;

internal sealed class ThermostatCommands(Func<NestWrite, CancellationToken, Task> send) : IThermostatCommands
{
    private const string Collection = "/devices/thermostats";

    public Task SetTargetTemperatureAsync(string deviceId, Temperature target, CancellationToken cancellationToken = default)
    {
        var setting = target.RoundToStep();
        var (name, value) = setting.Scale == TemperatureScale.Fahrenheit ? ("target_temperature_f", setting.Fahrenheit) : ("target_temperature_c", setting.Celsius);
        return send(WriteBody.To(Collection, deviceId, json => json.WriteNumber(name, value)), cancellationToken);
    }

    public Task SetHvacModeAsync(string deviceId, HvacMode mode, CancellationToken cancellationToken = default) => mode.IsAbsent
        ? throw new ArgumentException("The mode is absent. Use HvacMode.Heat, Cool, HeatCool, Eco or Off.", nameof(mode))
        : send(WriteBody.To(Collection, deviceId, json => json.WriteString("hvac_mode", mode.ToString())), cancellationToken);
}
