using System.Globalization;
using System.Text.Json;
using CsCheck;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

public sealed class TemperatureTests
{
    private static readonly Gen<decimal> Degrees = Gen.Decimal[-1000m, 1000m];

    [Fact]
    public void The_default_is_zero_celsius()
    {
        Temperature none = default;

        Assert.Equal(Temperature.FromCelsius(0), none);
        Assert.Equal(32m, none.Fahrenheit);
        Assert.Equal(TemperatureScale.Celsius, none.Scale);
        Assert.Equal("0 °C", none.ToString());
        Assert.Equal(none, none.RoundToStep());
    }

    [Fact]
    public void A_reading_keeps_both_values_as_reported()
    {
        var reading = Temperature.FromReading(22.0m, 71m);

        Assert.Equal(22m, reading.Celsius);
        Assert.Equal(71m, reading.Fahrenheit);
        Assert.True(reading.ReportedIn(TemperatureScale.Celsius));
        Assert.True(reading.ReportedIn(TemperatureScale.Fahrenheit));
        Assert.Equal(71m, reading.To(TemperatureScale.Fahrenheit).Fahrenheit);
        Assert.Equal("22 °C", reading.ToString());
    }

    [Fact]
    public void A_missing_value_is_converted_exactly()
    {
        Assert.Equal(70.7m, Temperature.FromReading(21.5m, null).Fahrenheit);
        Assert.Equal(20m, Temperature.FromReading(null, 68m).Celsius);
        Assert.False(Temperature.FromReading(null, 68m).ReportedIn(TemperatureScale.Celsius));
        Assert.False(Temperature.FromFahrenheit(68).ReportedIn(TemperatureScale.From("K")));
    }

    [Fact]
    public void A_reading_of_one_value_equals_that_setting() =>
        Assert.Equal(Temperature.FromFahrenheit(68), Temperature.FromReading(null, 68m));

    [Fact]
    public void A_reading_without_a_value_is_refused() =>
        Assert.Throws<ArgumentException>(() => Temperature.FromReading(null, null));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1000.5)]
    [InlineData(-1e300)]
    public void Values_that_are_not_temperatures_are_rejected(double degrees)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Temperature.FromCelsius(degrees));
        Assert.Throws<ArgumentOutOfRangeException>(() => Temperature.FromFahrenheit(degrees));
    }

    [Fact]
    public void Decimals_out_of_range_are_rejected_too()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Temperature.FromCelsius(decimal.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Temperature.FromReading(20m, decimal.MinValue));
    }

    /// <summary>What Google reports is not rounded; the dial shows 24 and 75 where 23.9 and 74.98 were read.</summary>
    [Theory]
    [InlineData(23.87697, 24.0, 75)]
    [InlineData(19.152817, 19.0, 66)]
    [InlineData(24.444443, 24.5, 76)]
    [InlineData(18.71999, 18.5, 66)]
    [InlineData(20.25, 20.5, 68)]
    [InlineData(26, 26.0, 79)]
    [InlineData(-17.9, -18.0, 0)]
    public void A_display_rounds_in_its_own_scale(double celsius, double onCelsius, int onFahrenheit)
    {
        var reported = Temperature.FromReading((decimal)celsius, null);

        Assert.Equal(Temperature.FromCelsius(onCelsius), reported.ToDisplay(TemperatureScale.Celsius));
        Assert.Equal(Temperature.FromFahrenheit(onFahrenheit), reported.ToDisplay(TemperatureScale.Fahrenheit));
        Assert.Equal(Temperature.FromFahrenheit(onFahrenheit), new Thermostat { TemperatureScale = TemperatureScale.Fahrenheit }.ToDisplay(reported));
        Assert.Equal(Temperature.FromCelsius(onCelsius), new Thermostat { TemperatureScale = TemperatureScale.Celsius }.ToDisplay(reported));
    }

    [Fact]
    public void A_display_of_an_unknown_scale_shows_the_scale_of_the_value()
    {
        Assert.Equal(Temperature.FromCelsius(24), new Thermostat().ToDisplay(Temperature.FromCelsius(23.87697)));
        Assert.Equal(Temperature.FromFahrenheit(75), new Thermostat { TemperatureScale = TemperatureScale.From("K") }.ToDisplay(Temperature.FromFahrenheit(74.9)));
        Assert.Null(new Thermostat().ToDisplay(null));
        Assert.Throws<ArgumentOutOfRangeException>(() => Temperature.FromCelsius(20).ToDisplay(default));
    }

    [Fact]
    public void A_display_shows_the_reported_value_of_its_scale() =>
        Assert.Equal(Temperature.FromFahrenheit(72), Temperature.FromReading(22, 72).ToDisplay(TemperatureScale.Fahrenheit));

    [Theory]
    [InlineData(20.24, 20.0)]
    [InlineData(20.25, 20.5)]
    [InlineData(-20.25, -20.5)]
    [InlineData(20.75, 21.0)]
    public void Celsius_rounds_to_halves_away_from_zero(double degrees, double expected) =>
        Assert.Equal(Temperature.FromCelsius(expected), Temperature.FromCelsius(degrees).RoundToStep());

    [Theory]
    [InlineData(70.4, 70)]
    [InlineData(70.5, 71)]
    [InlineData(-0.5, -1)]
    public void Fahrenheit_rounds_to_whole_degrees_away_from_zero(double degrees, int expected) =>
        Assert.Equal(Temperature.FromFahrenheit(expected), Temperature.FromFahrenheit(degrees).RoundToStep());

    [Fact]
    public void An_unknown_scale_cannot_be_converted_to()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Temperature.FromCelsius(20).To(default));
        Assert.Throws<ArgumentOutOfRangeException>(() => Temperature.FromCelsius(20).To(TemperatureScale.From("K")));
    }

    [Fact]
    public void Twenty_celsius_and_sixty_eight_fahrenheit_compare_as_equal_but_are_not_equal()
    {
        Temperature celsius = Temperature.FromCelsius(20), fahrenheit = Temperature.FromFahrenheit(68);

        Assert.NotEqual(celsius, fahrenheit);
        Assert.True(celsius != fahrenheit);
        Assert.Equal(0, celsius.CompareTo(fahrenheit));
        Assert.True(celsius <= fahrenheit && celsius >= fahrenheit);
        Assert.True(Temperature.FromFahrenheit(69) > celsius && Temperature.FromCelsius(19) < fahrenheit);
    }

    [Fact]
    public void Trailing_zeros_do_not_matter()
    {
        Assert.Equal(Temperature.FromCelsius(20m), Temperature.FromCelsius(20.00m));
        Assert.Equal(Temperature.FromCelsius(20m).GetHashCode(), Temperature.FromCelsius(20.00m).GetHashCode());
        Assert.Equal("20 °C", Temperature.FromCelsius(20.00m).ToString());
    }

    [Fact]
    public void The_text_is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal("21.5 °C", Temperature.FromCelsius(21.5).ToString());
            Assert.Equal("-4 °F", Temperature.FromFahrenheit(-4).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_conversion_in_both_directions_is_exact_to_a_billionth() => Degrees.Sample(degrees =>
    {
        var fahrenheit = Temperature.FromCelsius(degrees).To(TemperatureScale.Fahrenheit);
        return Math.Abs(fahrenheit.To(TemperatureScale.Celsius).Celsius - degrees) < 1e-9m;
    });

    [Fact]
    public void Json_contains_the_given_values()
    {
        Assert.Equal("""{"celsius":21.5}""", JsonSerializer.Serialize(Temperature.FromCelsius(21.5), NestJsonContext.Default.Temperature));
        Assert.Equal("""{"celsius":22,"fahrenheit":71}""", JsonSerializer.Serialize(Temperature.FromReading(22, 71), NestJsonContext.Default.Temperature));
    }

    [Fact]
    public void A_json_round_trip_is_equal() => Degrees.Select(Degrees, Gen.Int[0, 2]).Sample((c, f, kind) =>
    {
        var temperature = Temperature.FromReading(kind == 1 ? null : c, kind == 0 ? null : f);
        var json = JsonSerializer.Serialize(temperature, NestJsonContext.Default.Temperature);
        return temperature == JsonSerializer.Deserialize(json, NestJsonContext.Default.Temperature);
    });

    [Theory]
    [InlineData("{}")]
    [InlineData("20")]
    [InlineData("""{"celsius":1e9}""")]
    [InlineData("""{"celsius":"20"}""")]
    [InlineData("""{"celsius":null}""")]
    public void Json_that_is_not_a_temperature_is_rejected(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, NestJsonContext.Default.Temperature));
}
