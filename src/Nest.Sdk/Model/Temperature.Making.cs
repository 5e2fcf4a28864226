namespace Nest.Sdk.Model;

public readonly partial struct Temperature
{
    /// <summary>Creates a setting in Celsius.</summary>
    /// <param name="degrees">
    /// Degrees Celsius. Range: -1,000–1,000. Not rounded to a step: see <see cref="RoundToStep"/>.
    /// </param>
    /// <returns>The temperature.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public static Temperature FromCelsius(decimal degrees) => new(Checked(degrees, nameof(degrees)), 0, Stated.Celsius);

    /// <inheritdoc cref="FromCelsius(decimal)"/>
    public static Temperature FromCelsius(int degrees) => FromCelsius((decimal)degrees);

    /// <summary>Creates a setting in Celsius.</summary>
    /// <param name="degrees">
    /// Degrees Celsius. Range: -1,000–1,000. Converted with 15 significant digits. Not rounded to a step: see
    /// <see cref="RoundToStep"/>.
    /// </param>
    /// <returns>The temperature.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a number, or out of range.</exception>
    public static Temperature FromCelsius(double degrees) => FromCelsius(Checked(degrees, nameof(degrees)));

    /// <summary>Creates a setting in Fahrenheit.</summary>
    /// <param name="degrees">
    /// Degrees Fahrenheit. Range: -1,000–1,000. Not rounded to a step: see <see cref="RoundToStep"/>.
    /// </param>
    /// <returns>The temperature.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public static Temperature FromFahrenheit(decimal degrees) => new(0, Checked(degrees, nameof(degrees)), Stated.Fahrenheit);

    /// <inheritdoc cref="FromFahrenheit(decimal)"/>
    public static Temperature FromFahrenheit(int degrees) => FromFahrenheit((decimal)degrees);

    /// <summary>Creates a setting in Fahrenheit.</summary>
    /// <param name="degrees">
    /// Degrees Fahrenheit. Range: -1,000–1,000. Converted with 15 significant digits. Not rounded to a step: see
    /// <see cref="RoundToStep"/>.
    /// </param>
    /// <returns>The temperature.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a number, or out of range.</exception>
    public static Temperature FromFahrenheit(double degrees) => FromFahrenheit(Checked(degrees, nameof(degrees)));

    /// <summary>
    /// Creates a reading from the reported values. With one value it equals the setting of that value.
    /// </summary>
    /// <param name="celsius">Degrees Celsius. Range: -2,000–2,000. Null when not reported.</param>
    /// <param name="fahrenheit">Degrees Fahrenheit. Range: -2,000–2,000. Null when not reported.</param>
    /// <returns>The temperature.</returns>
    /// <exception cref="ArgumentException">Both values are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public static Temperature FromReading(decimal? celsius, decimal? fahrenheit) => (celsius, fahrenheit) switch
    {
        ({ } c, { } f) => new(Readable(c, nameof(celsius)), Readable(f, nameof(fahrenheit)), Stated.Both),
        ({ } c, null) => new(Readable(c, nameof(celsius)), 0, Stated.Celsius),
        (null, { } f) => new(0, Readable(f, nameof(fahrenheit)), Stated.Fahrenheit),
        _ => throw new ArgumentException("A reading needs a value in at least one scale.", nameof(celsius)),
    };

    /// <summary>
    /// Replaces or, with null, removes one value of a reading. Combines two members of a document into one value.
    /// </summary>
    internal static Temperature? With(Temperature? reading, TemperatureScale scale, decimal? value)
    {
        var celsius = reading is { _stated: not Stated.Fahrenheit } r ? r._celsius : (decimal?)null;
        var fahrenheit = reading is { _stated: not Stated.Celsius } s ? s._fahrenheit : (decimal?)null;
        if (scale == TemperatureScale.Celsius)
            celsius = value;
        else
            fahrenheit = value;
        return celsius is null && fahrenheit is null ? null : FromReading(celsius, fahrenheit);
    }

    private static decimal Checked(decimal degrees, string name) => degrees is >= -MaxMagnitude and <= MaxMagnitude
        ? degrees
        : throw new ArgumentOutOfRangeException(name, degrees, "A temperature must be between -1,000 and 1,000 degrees.");

    private static decimal Readable(decimal degrees, string name) => degrees is >= -MaxReadable and <= MaxReadable
        ? degrees
        : throw new ArgumentOutOfRangeException(name, degrees, "A reading must be between -2,000 and 2,000 degrees.");

    private static decimal Checked(double degrees, string name) => degrees is >= (double)-MaxMagnitude and <= (double)MaxMagnitude
        ? (decimal)degrees
        : throw new ArgumentOutOfRangeException(name, degrees, "A temperature must be a number between -1,000 and 1,000 degrees.");
}
