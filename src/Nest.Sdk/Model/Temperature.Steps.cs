namespace Nest.Sdk.Model;

public readonly partial struct Temperature
{
    /// <summary>
    /// Rounds the setting to the nearest step of its <see cref="Scale"/>: 0.5 °C or 1 °F, as Works with Nest requires.
    /// See docs/protocol/works-with-nest.md#write-rules.
    /// </summary>
    /// <remarks>A midpoint is rounded away from zero: 20.25 °C becomes 20.5 °C, 70.5 °F becomes 71 °F.</remarks>
    /// <returns>A setting in the same scale, without the other value of a reading.</returns>
    public Temperature RoundToStep() => Scale == TemperatureScale.Fahrenheit
        ? new(0, decimal.Round(_fahrenheit, 0, MidpointRounding.AwayFromZero), Stated.Fahrenheit)
        : new(decimal.Round(_celsius * 2, 0, MidpointRounding.AwayFromZero) / 2, 0, Stated.Celsius);

    /// <summary>
    /// Converts the setting to a scale: uses the reported value if there is one, or else the exact conversion. Not
    /// rounded to a step.
    /// </summary>
    /// <param name="scale">Celsius or Fahrenheit.</param>
    /// <returns>A setting in that scale.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The scale is absent or unknown.</exception>
    public Temperature To(TemperatureScale scale)
    {
        if (scale == TemperatureScale.Celsius)
            return new(Celsius, 0, Stated.Celsius);
        if (scale == TemperatureScale.Fahrenheit)
            return new(0, Fahrenheit, Stated.Fahrenheit);
        throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be Celsius or Fahrenheit.");
    }

    /// <summary>
    /// Converts the value to what a dial in a scale shows: the nearest 0.5 °C or 1 °F. 23.87697 °C is 24 °C on a dial in
    /// Celsius and 75 °F on one in Fahrenheit.
    /// </summary>
    /// <param name="scale">
    /// Celsius or Fahrenheit, usually <see cref="Thermostat.TemperatureScale"/>: see <see cref="Thermostat.ToDisplay"/>.
    /// </param>
    /// <returns>A setting in that scale. A midpoint is rounded away from zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The scale is absent or unknown.</exception>
    public Temperature ToDisplay(TemperatureScale scale) => To(scale).RoundToStep();
}
