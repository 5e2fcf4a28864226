namespace Nest.Sdk.Model;

public readonly partial struct Temperature
{
    // Celsius to Fahrenheit is exact in decimal, the other way is not: so Fahrenheit is the common ground.
    private decimal Order => _stated == Stated.Fahrenheit ? _fahrenheit : ExactFahrenheit(_celsius);

    /// <summary>Compares by exact value, in whatever scale the two are stated. A reading in both scales counts with its Celsius value.</summary>
    /// <param name="other">The other temperature.</param>
    /// <returns>Less than 0 when this one is colder, more than 0 when it is warmer, 0 for 20 °C and 68 °F.</returns>
    public int CompareTo(Temperature other) => Order.CompareTo(other.Order);

    /// <summary>Whether both hold the same values in the same scales.</summary>
    /// <param name="other">The other temperature.</param>
    /// <returns>True when they do; false for 20 °C and 68 °F.</returns>
    public bool Equals(Temperature other) => _stated == other._stated && _celsius == other._celsius && _fahrenheit == other._fahrenheit;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Temperature other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_celsius, _fahrenheit, _stated);

    /// <summary>Whether both hold the same values in the same scales.</summary>
    /// <param name="left">One temperature.</param>
    /// <param name="right">The other temperature.</param>
    /// <returns>True when they do.</returns>
    public static bool operator ==(Temperature left, Temperature right) => left.Equals(right);

    /// <summary>Whether the two hold something else.</summary>
    /// <param name="left">One temperature.</param>
    /// <param name="right">The other temperature.</param>
    /// <returns>True for 20 °C and 68 °F too.</returns>
    public static bool operator !=(Temperature left, Temperature right) => !left.Equals(right);

    /// <summary>Whether the left one is colder, by exact value.</summary>
    /// <param name="left">One temperature.</param>
    /// <param name="right">The other temperature.</param>
    /// <returns>True when it is.</returns>
    public static bool operator <(Temperature left, Temperature right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one is warmer, by exact value.</summary>
    /// <param name="left">One temperature.</param>
    /// <param name="right">The other temperature.</param>
    /// <returns>True when it is.</returns>
    public static bool operator >(Temperature left, Temperature right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one is colder or as warm, by exact value.</summary>
    /// <param name="left">One temperature.</param>
    /// <param name="right">The other temperature.</param>
    /// <returns>True when it is.</returns>
    public static bool operator <=(Temperature left, Temperature right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one is warmer or as warm, by exact value.</summary>
    /// <param name="left">One temperature.</param>
    /// <param name="right">The other temperature.</param>
    /// <returns>True when it is.</returns>
    public static bool operator >=(Temperature left, Temperature right) => left.CompareTo(right) >= 0;
}
