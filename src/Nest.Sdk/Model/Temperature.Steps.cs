namespace Nest.Sdk.Model;

public readonly partial struct Temperature
{
    /// <summary>The setting in its own <see cref="Scale"/> on the nearest of the steps of 0.5 °C or 1 °F, which Works with Nest asks for. See docs/protocol/works-with-nest.md#write-rules.</summary>
    /// <remarks>A value in the middle goes away from zero: 20.25 °C becomes 20.5 °C, 70.5 °F becomes 71 °F.</remarks>
    /// <returns>A setting in the same scale; a reading gives up its other value.</returns>
    public Temperature RoundToStep() => Scale == TemperatureScale.Fahrenheit
        ? new(0, decimal.Round(_fahrenheit, 0, MidpointRounding.AwayFromZero), Stated.Fahrenheit)
        : new(decimal.Round(_celsius * 2, 0, MidpointRounding.AwayFromZero) / 2, 0, Stated.Celsius);

    /// <summary>The setting in another scale: the reported value when there is one, else the exact conversion. Not rounded to a step.</summary>
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
}
