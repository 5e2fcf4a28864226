using Nest.Sdk.Model;
using Nest.Sdk.Writing;

namespace Nest.Sdk.Client;

internal sealed class ThermostatCommands(Func<WriteIntent, NestWriteOptions?, CancellationToken, Task<NestWriteResult>> send) : IThermostatCommands
{
    public Task<NestWriteResult> SetTargetTemperatureAsync(string deviceId, Temperature target, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        SetAsync(deviceId, new ThermostatChange { TargetTemperature = target }, options, cancellationToken);

    public Task<NestWriteResult> SetTargetRangeAsync(string deviceId, Temperature low, Temperature high, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        SetAsync(deviceId, new ThermostatChange { TargetTemperatureLow = low, TargetTemperatureHigh = high }, options, cancellationToken);

    public Task<NestWriteResult> SetHvacModeAsync(string deviceId, HvacMode mode, NestWriteOptions? options = null, CancellationToken cancellationToken = default) => mode.IsAbsent
        ? throw new ArgumentException("The mode is absent. Use HvacMode.Heat, Cool, HeatCool, Eco or Off.", nameof(mode))
        : SetAsync(deviceId, new ThermostatChange { HvacMode = mode }, options, cancellationToken);

    public Task<NestWriteResult> SetEcoAsync(string deviceId, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        SetHvacModeAsync(deviceId, HvacMode.Eco, options, cancellationToken);

    public Task<NestWriteResult> StartFanAsync(string deviceId, TimeSpan? duration = null, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        SetAsync(deviceId, new ThermostatChange { FanTimerActive = true, FanTimerDuration = duration }, options, cancellationToken);

    public Task<NestWriteResult> StopFanAsync(string deviceId, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        SetAsync(deviceId, new ThermostatChange { FanTimerActive = false }, options, cancellationToken);

    public Task<NestWriteResult> SetLabelAsync(string deviceId, string label, NestWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(label);
        return SetAsync(deviceId, new ThermostatChange { Label = label }, options, cancellationToken);
    }

    public Task<NestWriteResult> SetTemperatureScaleAsync(string deviceId, TemperatureScale scale, NestWriteOptions? options = null, CancellationToken cancellationToken = default) => scale.IsAbsent
        ? throw new ArgumentException("The scale is absent. Use TemperatureScale.Celsius or Fahrenheit.", nameof(scale))
        : SetAsync(deviceId, new ThermostatChange { TemperatureScale = scale }, options, cancellationToken);

    public Task<NestWriteResult> SetAsync(string deviceId, ThermostatChange change, NestWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        Validate(change);
        return send(new ThermostatIntent(deviceId, change), options, cancellationToken);
    }

    private static void Validate(ThermostatChange change)
    {
        if (change == new ThermostatChange())
            throw new ArgumentException("The change says nothing: set at least one of its properties.", nameof(change));
        if (change.FanTimerDuration is { } duration && (duration <= TimeSpan.Zero || duration.Ticks % TimeSpan.TicksPerMinute != 0))
            throw new ArgumentOutOfRangeException(nameof(change), duration, "The fan runs for whole minutes: 15, 30, 45, 60, 120, 240, 480 or 960.");
        if (!change.TemperatureScale.IsAbsent && !TemperatureScale.Known.AsSpan().Contains(change.TemperatureScale))
            throw new ArgumentException($"'{change.TemperatureScale}' is no scale. Use TemperatureScale.Celsius or Fahrenheit.", nameof(change));
        if (change.Label is { } label)
            WriteText.ThrowIfBroken(label, nameof(change));
        if (!change.HvacMode.IsAbsent)
            WriteText.ThrowIfBroken(change.HvacMode.ToString(), nameof(change));
    }
}
