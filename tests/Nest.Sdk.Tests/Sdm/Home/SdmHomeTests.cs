using System.Text;
using System.Text.Json;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Tests.Tools;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm.Home;

/// <summary>What is believed of lists and reads. See docs/protocol/smart-device-management.md#state-in-the-field.</summary>
public class SdmHomeTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly string AllModes = Trait("ThermostatMode", """ "mode":"HEAT","availableModes":["HEAT","COOL","HEATCOOL","OFF"] """);

    private readonly SignallingTime _time = new();
    private readonly SdmHome _home;

    public SdmHomeTests() => _home = new SdmHome(_time);

    [Fact]
    public void A_trait_is_replaced_whole_so_no_stale_setpoint_stays()
    {
        List(Start, Device("D1", Setpoint("\"heatCelsius\":20")));
        List(Start.AddSeconds(1), Device("D1", Setpoint("\"coolCelsius\":25")));

        Assert.Equal("""{"coolCelsius":25}""", Value("D1", "ThermostatTemperatureSetpoint"));
    }

    [Fact]
    public void An_older_list_that_arrives_late_changes_nothing()
    {
        List(Start, Device("D1", Humidity(40)), Device("D2", Humidity(50)));

        List(Start.AddSeconds(-1), Device("D1", Humidity(41)));

        Assert.Equal("""{"ambientHumidityPercent":40}""", Value("D1", "Humidity"));
        Assert.Equal(2, _home.ToSnapshot().Devices.Count);
    }

    [Fact]
    public void Of_two_values_with_one_time_the_later_arrival_counts()
    {
        List(Start, Device("D1", Humidity(40)));
        List(Start, Device("D1", Humidity(41)));

        Assert.Equal("""{"ambientHumidityPercent":41}""", Value("D1", "Humidity"));
    }

    [Fact]
    public void A_device_that_a_full_list_lacks_is_removed()
    {
        List(Start, Device("D1", Humidity(40)), Device("D2", Humidity(50)));
        List(Start.AddSeconds(1), Device("D2", Humidity(50)));

        Assert.Equal(DeviceName("D2"), Assert.Single(_home.ToSnapshot().Devices).Name);
    }

    /// <summary>The report H92927: mode OFF, no other mode available, and eco limits of zero.</summary>
    [Theory]
    [InlineData(""" "sdm.devices.traits.ThermostatMode":{"mode":"OFF","availableModes":["OFF"]} """)]
    [InlineData(""" "sdm.devices.traits.ThermostatMode":{"mode":"OFF"} """)]
    [InlineData(""" "sdm.devices.traits.ThermostatMode":{"mode":"HEAT","availableModes":["HEAT","COOL","OFF"]} """)]
    public void Available_modes_that_shrink_are_read_once_before_they_are_shown(string odd)
    {
        var right = Value(List(Start, Device("D1", AllModes)));

        Assert.Equal([DeviceName("D1")], List(Start.AddMinutes(1), Device("D1", odd)));

        Assert.Equal(right, Value("D1", "ThermostatMode"));
        Read(Start.AddMinutes(1), Device("D1", odd));
        Assert.NotEqual(right, Value("D1", "ThermostatMode"));
        Assert.Empty(List(Start.AddMinutes(2), Device("D1", odd)));
    }

    [Theory]
    [InlineData(0.0, 25.0)]
    [InlineData(18.0, 0)]
    public void Eco_limits_of_zero_are_read_once_before_they_are_shown_even_at_first(double heat, double cool)
    {
        var odd = Device("D1", Eco(heat, cool));

        Assert.Equal([DeviceName("D1")], List(Start, odd));
        Assert.Null(Value("D1", "ThermostatEco"));

        Read(Start, odd);
        Assert.NotNull(Value("D1", "ThermostatEco"));
        Assert.Empty(List(Start.AddMinutes(1), odd));
    }

    [Fact]
    public void A_trait_that_disappears_is_read_once_before_it_is_removed()
    {
        List(Start, Device("D1", $"{AllModes},{Humidity(40)}"));

        Assert.Equal([DeviceName("D1")], List(Start.AddMinutes(1), Device("D1", AllModes)));

        Assert.NotNull(Value("D1", "Humidity"));
        Read(Start.AddMinutes(1), Device("D1", AllModes));
        Assert.Null(Value("D1", "Humidity"));
    }

    [Fact]
    public void The_plausible_traits_of_a_doubtful_device_are_shown_at_once()
    {
        List(Start, Device("D1", $"{AllModes},{Humidity(40)}"));
        List(Start.AddMinutes(1), Device("D1", $"{Trait("ThermostatMode", "\"mode\":\"OFF\",\"availableModes\":[\"OFF\"]")},{Humidity(41)}"));

        Assert.Equal("""{"ambientHumidityPercent":41}""", Value("D1", "Humidity"));
    }

    [Fact]
    public void A_doubtful_mode_does_not_remove_the_setpoint()
    {
        List(Start, Device("D1", $"{AllModes},{Trait("ThermostatTemperatureSetpoint", "\"heatCelsius\":20")}"));
        List(Start.AddMinutes(1), Device("D1", $"{Trait("ThermostatMode", "\"mode\":\"OFF\",\"availableModes\":[\"OFF\"]")},{Trait("ThermostatTemperatureSetpoint", "")}"));

        Assert.Equal("""{"heatCelsius":20}""", Value("D1", "ThermostatTemperatureSetpoint"));
    }

    /// <summary>The report H88239: devices without any traits for hours. Reads answer so too.</summary>
    [Fact]
    public void A_device_without_traits_keeps_its_values_until_two_lists_five_minutes_apart_agree()
    {
        List(Start, Device("D1", Humidity(40)));

        List(Start.AddMinutes(1), Device("D1", ""));
        Assert.True(_home.IsDegraded);
        Read(Start.AddMinutes(1), Device("D1", ""));
        _time.Advance(TimeSpan.FromMinutes(4));
        List(Start.AddMinutes(5), Device("D1", ""));
        Assert.NotNull(Value("D1", "Humidity"));
        Assert.True(_home.IsDegraded);

        _time.Advance(TimeSpan.FromMinutes(1));
        List(Start.AddMinutes(6), Device("D1", ""));
        Assert.Null(Value("D1", "Humidity"));
        Assert.False(_home.IsDegraded);
    }

    [Fact]
    public void A_list_with_traits_in_between_starts_the_five_minutes_over()
    {
        List(Start, Device("D1", Humidity(40)));
        List(Start.AddMinutes(1), Device("D1", ""));
        _time.Advance(TimeSpan.FromMinutes(3));
        List(Start.AddMinutes(4), Device("D1", Humidity(41)));
        Assert.False(_home.IsDegraded);
        _time.Advance(TimeSpan.FromMinutes(3));
        List(Start.AddMinutes(7), Device("D1", ""));

        Assert.Equal("""{"ambientHumidityPercent":41}""", Value("D1", "Humidity"));
        Assert.True(_home.IsDegraded);
    }

    [Fact]
    public void A_device_that_gets_its_traits_back_is_not_degraded()
    {
        List(Start, Device("D1", ""));
        Assert.True(_home.IsDegraded);

        List(Start.AddMinutes(1), Device("D1", Humidity(40)));

        Assert.False(_home.IsDegraded);
        Assert.NotNull(Value("D1", "Humidity"));
    }

    [Fact]
    public void A_list_that_is_suddenly_empty_is_believed_when_two_agree()
    {
        List(Start, Device("D1", Humidity(40)));

        List(Start.AddMinutes(1));
        Assert.Single(_home.ToSnapshot().Devices);
        Assert.True(_home.IsDegraded);

        _time.Advance(TimeSpan.FromMinutes(5));
        List(Start.AddMinutes(6));
        Assert.Empty(_home.ToSnapshot().Devices);
        Assert.False(_home.IsDegraded);
    }

    [Fact]
    public void A_user_without_devices_has_an_empty_home()
    {
        List(Start);

        Assert.Empty(_home.ToSnapshot().Devices);
        Assert.False(_home.IsDegraded);
    }

    private static string Setpoint(string fields) => Trait("ThermostatTemperatureSetpoint", fields);

    private static string Humidity(int percent) => Trait("Humidity", $"\"ambientHumidityPercent\":{percent}");

    private static string Eco(double heat, double cool) => Trait("ThermostatEco", FormattableString.Invariant($"\"mode\":\"OFF\",\"availableModes\":[\"MANUAL_ECO\",\"OFF\"],\"heatCelsius\":{heat},\"coolCelsius\":{cool}"));

    private IReadOnlyList<string> List(DateTimeOffset asOf, params string[] devices) =>
        _home.TakeList(SdmResources.Devices(Encoding.UTF8.GetBytes($$"""{"devices":[{{string.Join(',', devices)}}]}""")), asOf);

    private void Read(DateTimeOffset asOf, string device) => _home.TakeRead(SdmResources.Device(Encoding.UTF8.GetBytes(device)), asOf);

    private string? Value(IReadOnlyList<string> suspects)
    {
        Assert.Empty(suspects);
        return Value("D1", "ThermostatMode");
    }

    private string? Value(string id, string trait) => _home.ToSnapshot().Devices.Single(device => device.Name == DeviceName(id)).Traits
        .TryGetValue("sdm.devices.traits." + trait, out var value) ? JsonSerializer.Serialize(value) : null;
}
