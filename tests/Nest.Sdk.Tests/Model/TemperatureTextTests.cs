using System.Globalization;
using CsCheck;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

public sealed class TemperatureTextTests
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    private static readonly Gen<Temperature> Settings = Gen.Decimal[-1000m, 1000m].Select(Gen.Int[0, 28], Gen.Bool, static (degrees, decimals, isCelsius) =>
        decimal.Round(degrees, decimals) is var rounded && isCelsius ? Temperature.FromCelsius(rounded) : Temperature.FromFahrenheit(rounded));

    [Theory]
    [InlineData("21.5C", 21.5)]
    [InlineData("21.5c", 21.5)]
    [InlineData("21.5°C", 21.5)]
    [InlineData("21.5 °C", 21.5)]
    [InlineData("21.5\u00A0°C", 21.5)]
    [InlineData(" 21.5 ° c ", 21.5)]
    [InlineData("+21C", 21)]
    [InlineData("-4.0C", -4)]
    [InlineData(".5C", 0.5)]
    [InlineData("21.C", 21)]
    [InlineData("1000C", 1000)]
    public void Celsius_is_read(string text, double degrees) => Check(text, Temperature.FromCelsius(degrees));

    [Theory]
    [InlineData("70F", 70)]
    [InlineData("70f", 70)]
    [InlineData("70.5 °F", 70.5)]
    [InlineData("-1000F", -1000)]
    public void Fahrenheit_is_read(string text, double degrees) => Check(text, Temperature.FromFahrenheit(degrees));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("C")]
    [InlineData("°C")]
    [InlineData("21")]
    [InlineData("21.5")]
    [InlineData("21°")]
    [InlineData("21K")]
    [InlineData("21CC")]
    [InlineData("21°°C")]
    [InlineData("21,5C")]
    [InlineData("1,000C")]
    [InlineData("2e1C")]
    [InlineData("- 4C")]
    [InlineData("(4)C")]
    [InlineData("0x10C")]
    [InlineData("NaNC")]
    [InlineData("warm")]
    [InlineData("1000.1C")]
    [InlineData("-99999999999999999999999999999999999F")]
    public void Text_that_is_not_a_temperature_is_rejected(string? text)
    {
        Assert.False(Temperature.TryParse(text, out var none));
        Assert.Equal(default, none);
        if (text is null)
            Assert.Throws<ArgumentNullException>(() => Temperature.Parse(text!, null));
        else
            Assert.Contains("such as 21.5C", Assert.Throws<FormatException>(() => Temperature.Parse(text, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_culture_determines_the_decimal_point()
    {
        Assert.Equal(Temperature.FromCelsius(21.5), Temperature.Parse("21,5 °C", German));
        Assert.Equal("21,5 °C", Temperature.FromCelsius(21.5).ToString(null, German));
        Assert.Equal("-4,0 °C", string.Format(German, "{0:C1}", Temperature.FromCelsius(-4)));
    }

    [Fact]
    public void A_text_is_the_same_in_every_culture_unless_one_is_given()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = German;
        try
        {
            Assert.Equal("21.5 °C", $"{Temperature.FromCelsius(21.5)}");
            Assert.Equal("70.7 °F", $"{Temperature.FromCelsius(21.5):F}");
            Assert.Equal(Temperature.FromCelsius(21.5), Temperature.Parse("21.5C", null));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(null, "21.5 °C")]
    [InlineData("", "21.5 °C")]
    [InlineData("G", "21.5 °C")]
    [InlineData("g0", "22 °C")]
    [InlineData("C", "21.5 °C")]
    [InlineData("c2", "21.50 °C")]
    [InlineData("F", "70.7 °F")]
    [InlineData("f0", "71 °F")]
    [InlineData("F28", "70.7000000000000000000000000000 °F")]
    public void A_format_chooses_the_scale_and_the_decimals(string? format, string text)
    {
        var setting = Temperature.FromCelsius(21.50m);
        Span<char> buffer = stackalloc char[40];

        Assert.Equal(text, setting.ToString(format, null));
        Assert.True(setting.TryFormat(buffer, out var length, format, null));
        Assert.Equal(text, buffer[..length]);
    }

    [Theory]
    [InlineData("K")]
    [InlineData("C29")]
    [InlineData("C-1")]
    [InlineData("C 1")]
    [InlineData("CF")]
    [InlineData("0.0")]
    public void An_unknown_format_is_rejected(string format) => Assert.Throws<FormatException>(() => Temperature.FromCelsius(20).ToString(format, null));

    [Fact]
    public void A_reading_prints_the_reported_value()
    {
        var reading = Temperature.FromReading(21.5m, 70m);

        Assert.Equal("21.5 °C", reading.ToString());
        Assert.Equal("70 °F", reading.ToString("F", null));
        Assert.Equal("70 °F", Temperature.FromReading(null, 70m).ToString("G", null));
    }

    [Fact]
    public void A_value_rounded_to_zero_has_no_sign() => Assert.Equal("0.0 °C", Temperature.FromCelsius(-0.04).ToString("C1", null));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    public void Nothing_is_written_to_a_buffer_that_is_too_short(int length)
    {
        Assert.False(Temperature.FromCelsius(21.5).TryFormat(new char[length], out var written, default, null));
        Assert.Equal(0, written);
    }

    [Fact]
    public void A_setting_is_parsed_from_its_text_in_every_culture() => Settings.Sample(static setting =>
        Temperature.Parse(setting.ToString(), null) == setting
        && Temperature.Parse(setting.ToString(null, German), German) == setting
        && Temperature.Parse(setting.To(TemperatureScale.Celsius).ToString(), null) == setting.To(TemperatureScale.Celsius));

    private static void Check(string text, Temperature expected)
    {
        Assert.Equal(expected, Temperature.Parse(text, null));
        Assert.Equal(expected, Read<Temperature>(text));
        Assert.True(Temperature.TryParse(text.AsSpan(), CultureInfo.InvariantCulture, out var read));
        Assert.Equal(expected, read);
    }

    /// <summary>Parses like the parameter binding of a minimal API.</summary>
    private static T Read<T>(string text)
        where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : throw new FormatException(text);
}
