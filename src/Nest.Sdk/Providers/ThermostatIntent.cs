using Nest.Sdk.Model;

namespace Nest.Sdk.Providers;

/// <summary>The settings to write to one thermostat.</summary>
internal sealed record ThermostatIntent(string DeviceId, ThermostatSettings Settings) : WriteIntent
{
    public override string Path { get; } = WritePath.Of("/devices/thermostats", DeviceId, "deviceId");

    public override IEnumerable<NestCapability> Needs
    {
        get
        {
            if (Settings.TargetTemperature is not null)
                yield return NestCapability.TargetTemperature;
            if (Settings.TargetTemperatureLow is not null || Settings.TargetTemperatureHigh is not null)
                yield return NestCapability.TargetRange;
            if (Settings.HvacMode == HvacMode.Eco)
                yield return NestCapability.Eco;
            else if (!Settings.HvacMode.IsAbsent)
                yield return NestCapability.HvacMode;
            if (Settings.FanTimerActive is not null || Settings.FanTimerDuration is not null)
                yield return NestCapability.FanTimer;
            if (Settings.Label is not null)
                yield return NestCapability.Label;
            if (!Settings.TemperatureScale.IsAbsent)
                yield return NestCapability.TemperatureScale;
        }
    }
}
