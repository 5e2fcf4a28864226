using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Client;

internal sealed class ThermostatCommands(Func<WriteIntent, NestWriteOptions?, CancellationToken, Task<NestWriteResult>> send) : IThermostatCommands
{
    public Task<NestWriteResult> SetTargetTemperatureAsync(string deviceId, Temperature target, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        SetAsync(deviceId, new ThermostatSettings { TargetTemperature = target }, options, cancellationToken);

    public Task<NestWriteResult> SetTargetRangeAsync(string deviceId, Temperature low, Temperature high, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        SetAsync(deviceId, new ThermostatSettings { TargetTemperatureLow = low, TargetTemperatureHigh = high }, options, cancellationToken);

    public Task<NestWriteResult> SetHvacModeAsync(string deviceId, HvacMode mode, NestWriteOptions? options = null, CancellationToken cancellationToken = default) => mode.IsAbsent
        ? throw new ArgumentException("The mode is absent. Use HvacMode.Heat, Cool, HeatCool, Eco or Off.", nameof(mode))
        : SetAsync(deviceId, new ThermostatSettings { HvacMode = mode }, options, cancellationToken);

    public Task<NestWriteResult> SetEcoAsync(string deviceId, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        SetHvacModeAsync(deviceId, HvacMode.Eco, options, cancellationToken);

    public Task<NestWriteResult> StartFanAsync(string deviceId, TimeSpan? duration = null, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        SetAsync(deviceId, new ThermostatSettings { FanTimerActive = true, FanTimerDuration = duration }, options, cancellationToken);

    public Task<NestWriteResult> StopFanAsync(string deviceId, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        SetAsync(deviceId, new ThermostatSettings { FanTimerActive = false }, options, cancellationToken);

    public Task<NestWriteResult> SetLabelAsync(string deviceId, string label, NestWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(label);
        return SetAsync(deviceId, new ThermostatSettings { Label = label }, options, cancellationToken);
    }

    public Task<NestWriteResult> SetTemperatureScaleAsync(string deviceId, TemperatureScale scale, NestWriteOptions? options = null, CancellationToken cancellationToken = default) => scale.IsAbsent
        ? throw new ArgumentException("The scale is absent. Use TemperatureScale.Celsius or Fahrenheit.", nameof(scale))
        : SetAsync(deviceId, new ThermostatSettings { TemperatureScale = scale }, options, cancellationToken);

    public Task<NestWriteResult> SetAsync(string deviceId, ThermostatSettings settings, NestWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Validate(settings);
        return send(new ThermostatIntent(deviceId, settings), options, cancellationToken);
    }

    private static void Validate(ThermostatSettings settings)
    {
        if (settings == new ThermostatSettings())
            throw new ArgumentException("The settings are empty. Set at least one property.", nameof(settings));
        if (settings.FanTimerDuration is { } duration && duration <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(settings), duration, "The duration of the fan must be positive.");
        if (!settings.TemperatureScale.IsAbsent && !TemperatureScale.Known.AsSpan().Contains(settings.TemperatureScale))
            throw new ArgumentException($"The temperature scale '{settings.TemperatureScale}' is invalid. Use TemperatureScale.Celsius or Fahrenheit.", nameof(settings));
        if (settings.Label is { } label)
            WriteText.ThrowIfBroken(label, nameof(settings));
        if (!settings.HvacMode.IsAbsent)
            WriteText.ThrowIfBroken(settings.HvacMode.ToString(), nameof(settings));
    }
}
