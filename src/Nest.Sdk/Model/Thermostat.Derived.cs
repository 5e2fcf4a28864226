namespace Nest.Sdk.Model;

// What follows from the reported fields.
public sealed partial record Thermostat
{
    /// <summary>
    /// The temperature to heat to in eco: <see cref="EcoTemperatureLow"/>, or <see cref="AwayTemperatureLow"/> on
    /// devices that report only that. Null when the service reports neither.
    /// </summary>
    public Temperature? EcoLimitLow => EcoTemperatureLow ?? AwayTemperatureLow;

    /// <summary>
    /// The temperature to cool to in eco: <see cref="EcoTemperatureHigh"/>, or <see cref="AwayTemperatureHigh"/> on
    /// devices that report only that. Null when the service reports neither.
    /// </summary>
    public Temperature? EcoLimitHigh => EcoTemperatureHigh ?? AwayTemperatureHigh;

    /// <summary>
    /// The mode below eco: <see cref="PreviousHvacMode"/> in the mode <c>eco</c>, or else <see cref="HvacMode"/>. Absent
    /// when the service does not report it.
    /// </summary>
    public HvacMode UnderlyingHvacMode => HvacMode == HvacMode.Eco ? PreviousHvacMode : HvacMode;

    /// <summary>
    /// The single target of the current mode: <see cref="TargetTemperature"/>. Null in the modes <c>off</c>,
    /// <c>heat-cool</c> and <c>eco</c>, and when the service does not report it.
    /// </summary>
    public Temperature? EffectiveTarget => HvacMode == HvacMode.Off || HvacMode == HvacMode.HeatCool || HvacMode == HvacMode.Eco ? null : TargetTemperature;

    /// <summary>
    /// The temperature that the current mode heats to: <see cref="TargetTemperatureLow"/> in the mode <c>heat-cool</c>,
    /// <see cref="EcoLimitLow"/> in <c>eco</c>.
    /// Null in other modes, and when the service does not report it.
    /// </summary>
    public Temperature? EffectiveTargetLow => HvacMode == HvacMode.HeatCool ? TargetTemperatureLow : HvacMode == HvacMode.Eco ? EcoLimitLow : null;

    /// <summary>
    /// The temperature that the current mode cools to: <see cref="TargetTemperatureHigh"/> in the mode
    /// <c>heat-cool</c>, <see cref="EcoLimitHigh"/> in <c>eco</c>.
    /// Null in other modes, and when the service does not report it.
    /// </summary>
    public Temperature? EffectiveTargetHigh => HvacMode == HvacMode.HeatCool ? TargetTemperatureHigh : HvacMode == HvacMode.Eco ? EcoLimitHigh : null;

    /// <summary>
    /// Converts a value of this thermostat to what its dial shows: the nearest 0.5 °C or 1 °F, by
    /// <see cref="TemperatureScale"/>.
    /// </summary>
    /// <param name="value">A value of this thermostat, such as <see cref="AmbientTemperature"/>.</param>
    /// <returns>
    /// The rounded value. In the value's own scale when the service does not report the scale of the display. Null
    /// without a value. For people only: write back the value as it was read.
    /// </returns>
    public Temperature? ToDisplay(Temperature? value) =>
        value?.ToDisplay(TemperatureScale == TemperatureScale.Celsius || TemperatureScale == TemperatureScale.Fahrenheit ? TemperatureScale : value.Value.Scale);
}
