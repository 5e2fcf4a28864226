using System.Globalization;
using System.Text;
using CsCheck;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;
using Nest.Sdk.Wwn.Writing;

namespace Nest.Sdk.Tests.Writing;

/// <summary>
/// A temperature is rounded once, to the step of the device, with half a step away from zero. Verified with integers,
/// which need no rounding.
/// </summary>
public class RoundingLawsTests
{
    private const string Home = "{\"devices\":{\"thermostats\":{\"t\":{\"temperature_scale\":\"";

    private static readonly Gen<int> Hundredths = Gen.Int[-4000, 20_000];

    [Fact]
    public void Celsius_on_a_thermostat_in_Celsius() => Hundredths.Sample(n => AssertSent(n, "C", Temperature.FromCelsius(n / 100m), 2 * n, 100, halves: true));

    [Fact]
    public void Fahrenheit_on_a_thermostat_in_Celsius() => Hundredths.Sample(n => AssertSent(n, "C", Temperature.FromFahrenheit(n / 100m), 10 * (n - 3200), 900, halves: true));

    [Fact]
    public void Fahrenheit_on_a_thermostat_in_Fahrenheit() => Hundredths.Sample(n => AssertSent(n, "F", Temperature.FromFahrenheit(n / 100m), n, 100, halves: false));

    [Fact]
    public void Celsius_on_a_thermostat_in_Fahrenheit() => Hundredths.Sample(n => AssertSent(n, "F", Temperature.FromCelsius(n / 100m), (9 * n) + 16_000, 500, halves: false));

    private static void AssertSent(int hundredths, string scale, Temperature target, int steps, int of, bool halves)
    {
        var home = DataModelReader.Read(Encoding.UTF8.GetBytes(Home + scale + "\"}}}}")).Model;
        var sent = decimal.Parse(new WwnThermostatWrite(new ThermostatIntent("t", new ThermostatSettings { TargetTemperature = target }), home).Fields[0].Value.ToString(), CultureInfo.InvariantCulture);

        var rounded = Math.Sign(steps) * (((2 * Math.Abs(steps)) + of) / (2 * of));
        Assert.True(sent * (halves ? 2 : 1) == rounded, $"{hundredths} hundredths: {sent}");
    }
}
