using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>Writes to thermostats by record instead of by id.</summary>
/// <remarks>
/// Each method calls the method of the same name with the record's id, and throws the same exceptions. The record is
/// not changed; the new one comes with <see cref="INestClient.Updates"/>.
/// </remarks>
public static class NestThermostatCommandExtensions
{
    /// <inheritdoc cref="IThermostatCommands.SetTargetTemperatureAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Thermostats"/>.</param>
    /// <param name="thermostat">The thermostat.</param>
    /// <param name="target">The target in either scale.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> SetTargetTemperatureAsync(this IThermostatCommands commands, Thermostat thermostat, Temperature target, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).SetTargetTemperatureAsync(IdOf(thermostat), target, options, cancellationToken);

    /// <inheritdoc cref="IThermostatCommands.SetTargetRangeAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Thermostats"/>.</param>
    /// <param name="thermostat">The thermostat.</param>
    /// <param name="low">The heat-to target in either scale.</param>
    /// <param name="high">The cool-to target in either scale.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> SetTargetRangeAsync(this IThermostatCommands commands, Thermostat thermostat, Temperature low, Temperature high, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).SetTargetRangeAsync(IdOf(thermostat), low, high, options, cancellationToken);

    /// <inheritdoc cref="IThermostatCommands.SetHvacModeAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Thermostats"/>.</param>
    /// <param name="thermostat">The thermostat.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> SetHvacModeAsync(this IThermostatCommands commands, Thermostat thermostat, HvacMode mode, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).SetHvacModeAsync(IdOf(thermostat), mode, options, cancellationToken);

    /// <inheritdoc cref="IThermostatCommands.SetEcoAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Thermostats"/>.</param>
    /// <param name="thermostat">The thermostat.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> SetEcoAsync(this IThermostatCommands commands, Thermostat thermostat, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).SetEcoAsync(IdOf(thermostat), options, cancellationToken);

    /// <inheritdoc cref="IThermostatCommands.StartFanAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Thermostats"/>.</param>
    /// <param name="thermostat">The thermostat.</param>
    /// <param name="duration">The duration. Null uses the duration set on the thermostat.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> StartFanAsync(this IThermostatCommands commands, Thermostat thermostat, TimeSpan? duration = null, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).StartFanAsync(IdOf(thermostat), duration, options, cancellationToken);

    /// <inheritdoc cref="IThermostatCommands.StopFanAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Thermostats"/>.</param>
    /// <param name="thermostat">The thermostat.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> StopFanAsync(this IThermostatCommands commands, Thermostat thermostat, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).StopFanAsync(IdOf(thermostat), options, cancellationToken);

    /// <inheritdoc cref="IThermostatCommands.SetLabelAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Thermostats"/>.</param>
    /// <param name="thermostat">The thermostat.</param>
    /// <param name="label">The label. Empty removes it.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> SetLabelAsync(this IThermostatCommands commands, Thermostat thermostat, string label, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).SetLabelAsync(IdOf(thermostat), label, options, cancellationToken);

    /// <inheritdoc cref="IThermostatCommands.SetTemperatureScaleAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Thermostats"/>.</param>
    /// <param name="thermostat">The thermostat.</param>
    /// <param name="scale">Celsius or Fahrenheit.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> SetTemperatureScaleAsync(this IThermostatCommands commands, Thermostat thermostat, TemperatureScale scale, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).SetTemperatureScaleAsync(IdOf(thermostat), scale, options, cancellationToken);

    /// <inheritdoc cref="IThermostatCommands.SetAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Thermostats"/>.</param>
    /// <param name="thermostat">The thermostat.</param>
    /// <param name="settings">The fields to set; at least one.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> SetAsync(this IThermostatCommands commands, Thermostat thermostat, ThermostatSettings settings, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).SetAsync(IdOf(thermostat), settings, options, cancellationToken);

    private static IThermostatCommands Checked(IThermostatCommands commands)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return commands;
    }

    private static string IdOf(Thermostat thermostat)
    {
        ArgumentNullException.ThrowIfNull(thermostat);
        return thermostat.DeviceId ?? throw new ArgumentException("The thermostat has no DeviceId. Use the overload with an id, and pass the thermostat's key in the home.", nameof(thermostat));
    }
}
