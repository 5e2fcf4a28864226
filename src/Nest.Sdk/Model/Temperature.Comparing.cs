namespace Nest.Sdk.Model;

public readonly partial struct Temperature
{
    // The conversion from Celsius to Fahrenheit is exact in decimal, the reverse is not. So values are compared in
    // Fahrenheit.
    private decimal Order => _stated == Stated.Fahrenheit ? _fahrenheit : ExactFahrenheit(_celsius);

    /// <summary>
    /// Compares by exact value, across scales. A reading in both scales is compared by its Celsius value.
    /// </summary>
    /// <param name="other">The other temperature.</param>
    /// <returns>
    /// Less than 0 when this temperature is colder, greater than 0 when it is warmer. 0 for 20 °C and 68 °F.
    /// </returns>
    public int CompareTo(Temperature other) => Order.CompareTo(other.Order);

    /// <summary>Whether both have the same values in the same scales.</summary>
    /// <param name="other">The other temperature.</param>
    /// <returns>True when they are equal. False for 20 °C and 68 °F.</returns>
    public bool Equals(Temperature other) => _stated == other._stated && _celsius == other._celsius && _fahrenheit == other._fahrenheit;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Temperature other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_celsius, _fahrenheit, _stated);

    /// <summary>Whether both have the same values in the same scales.</summary>
    /// <param name="left">One temperature.</param>
    /// <param name="right">The other temperature.</param>
    /// <returns>True when they are equal.</returns>
    public static bool operator ==(Temperature left, Temperature right) => left.Equals(right);

    /// <summary>Whether the two differ in a value or a scale.</summary>
    /// <param name="left">One temperature.</param>
    /// <param name="right">The other temperature.</param>
    /// <returns>True when they differ, such as 20 °C and 68 °F.</returns>
    public static bool operator !=(Temperature left, Temperature right) => !left.Equals(right);

    /// <summary>Whether the left temperature is colder, by exact value.</summary>
    /// <param name="left">One temperature.</param>
    /// <param name="right">The other temperature.</param>
    /// <returns>The result of the comparison.</returns>
    public static bool operator <(Temperature left, Temperature right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left temperature is warmer, by exact value.</summary>
    /// <param name="left">One temperature.</param>
    /// <param name="right">The other temperature.</param>
    /// <returns>The result of the comparison.</returns>
    public static bool operator >(Temperature left, Temperature right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left temperature is colder or equal, by exact value.</summary>
    /// <param name="left">One temperature.</param>
    /// <param name="right">The other temperature.</param>
    /// <returns>The result of the comparison.</returns>
    public static bool operator <=(Temperature left, Temperature right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left temperature is warmer or equal, by exact value.</summary>
    /// <param name="left">One temperature.</param>
    /// <param name="right">The other temperature.</param>
    /// <returns>The result of the comparison.</returns>
    public static bool operator >=(Temperature left, Temperature right) => left.CompareTo(right) >= 0;
}
