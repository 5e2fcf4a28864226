using System.Globalization;
using Nest.Sdk.Model;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>A thermostat as it is, and as it has been. No value returns, so that an old one is recognized.</summary>
internal sealed class TrueThermostat
{
    private static readonly string[] Modes = ["HEAT", "COOL", "HEATCOOL"];

    private readonly HashSet<string> _ambients = new(StringComparer.Ordinal);
    private readonly HashSet<string> _climates = new(StringComparer.Ordinal);
    private readonly string _parent;
    private int _changes;
    private string _mode = "HEAT";
    private bool _isEco;

    public TrueThermostat(string id, string structure)
    {
        (Id, _parent, Name) = (id, $"{StructureName(structure)}/rooms/R", $"Name of {id}");
        Note();
    }

    public string Id { get; }

    public string Name { get; private set; }

    private string Ambient => $"{(18 + (_changes * 0.001m)).ToString(CultureInfo.InvariantCulture)}";

    private decimal Heat => 15 + (_changes * 0.001m);

    private decimal Cool => Heat + 5;

    /// <summary>Changes what belongs together: mode, eco and setpoints. The temperature changes too.</summary>
    public void Change(Random random)
    {
        _changes++;
        switch (random.Next(6))
        {
            case 0:
                _mode = Modes[random.Next(Modes.Length)];
                break;
            case 1:
                _isEco = !_isEco;
                break;
            case 2:
                Name = $"Name {_changes} of {Id}";
                break;
            default:
                break;
        }

        Note();
    }

    public string ToJson() => Json(
        $"{Trait("ThermostatMode", $"\"mode\":\"{_mode}\",\"availableModes\":[\"HEAT\",\"COOL\",\"HEATCOOL\",\"OFF\"]")},"
        + $"{Trait("ThermostatEco", $"\"mode\":\"{(_isEco ? "MANUAL_ECO" : "OFF")}\",\"availableModes\":[\"MANUAL_ECO\",\"OFF\"],\"heatCelsius\":14.5,\"coolCelsius\":27.5")},"
        + $"{Trait("ThermostatTemperatureSetpoint", _isEco ? "" : Setpoint())},{Rest()}");

    /// <summary>What Google reports now and then: off, no other mode available, and eco limits of zero.</summary>
    public string ToFalseModes() => Json(
        $"{Trait("ThermostatMode", "\"mode\":\"OFF\",\"availableModes\":[\"OFF\"]")},"
        + $"{Trait("ThermostatEco", "\"mode\":\"OFF\",\"availableModes\":[\"MANUAL_ECO\",\"OFF\"],\"heatCelsius\":0.0,\"coolCelsius\":0.0")},"
        + $"{Trait("ThermostatTemperatureSetpoint", "")},{Rest()}");

    /// <summary>Without the setpoint alone, and without the temperature.</summary>
    public string ToMissingTraits() => Json(
        $"{Trait("ThermostatMode", "\"mode\":\"OFF\",\"availableModes\":[\"HEAT\",\"COOL\",\"HEATCOOL\",\"OFF\"]")},{Trait("Info", $"\"customName\":\"{Name}\"")}");

    public string ToJsonWithoutTraits() => Json("");

    /// <summary>Whether the thermostat has ever been like this.</summary>
    public bool HasBeen(Thermostat shown) => _ambients.Contains(AmbientOf(shown)) && _climates.Contains(ClimateOf(shown));

    /// <summary>Whether the thermostat is like this now.</summary>
    public bool Is(Thermostat shown) => (AmbientOf(shown), ClimateOf(shown), shown.Name) == (Ambient, Climate(), Name);

    public static bool IsBare(Thermostat shown) => shown.AmbientTemperature is null && shown.HvacMode == default;

    private static string AmbientOf(Thermostat shown) => Text(shown.AmbientTemperature);

    private static string ClimateOf(Thermostat shown) =>
        $"{shown.HvacMode} over {shown.PreviousHvacMode}: {Text(shown.TargetTemperature)}, {Text(shown.TargetTemperatureLow)}, {Text(shown.TargetTemperatureHigh)}; {Text(shown.EcoTemperatureLow)}, {Text(shown.EcoTemperatureHigh)}, {shown.CanHeat}, {shown.CanCool}";

    private static string Text(Temperature? value) => value?.Celsius.ToString(CultureInfo.InvariantCulture) ?? "none";

    private string Json(string traits) => $$"""{"name":"{{DeviceName(Id)}}","type":"sdm.devices.types.THERMOSTAT","traits":{{{traits}}},"parentRelations":[{"parent":"{{_parent}}","displayName":"Hall"}]}""";

    private string Rest() => $"{Trait("Info", $"\"customName\":\"{Name}\"")},{Trait("Temperature", $"\"ambientTemperatureCelsius\":{Ambient}")},{Trait("Connectivity", "\"status\":\"ONLINE\"")}";

    private string Setpoint() => string.Create(CultureInfo.InvariantCulture, $"{(_mode == "COOL" ? "" : $"\"heatCelsius\":{Heat}")}{(_mode == "HEATCOOL" ? "," : "")}{(_mode == "HEAT" ? "" : $"\"coolCelsius\":{Cool}")}");

    private string Climate()
    {
        var mode = _mode switch { "HEAT" => "heat", "COOL" => "cool", _ => "heat-cool" };
        var (one, low, high) = (_isEco, _mode) switch
        {
            (true, _) => ("none", "none", "none"),
            (_, "HEAT") => (Text(Temperature.FromCelsius(Heat)), "none", "none"),
            (_, "COOL") => (Text(Temperature.FromCelsius(Cool)), "none", "none"),
            _ => ("none", Text(Temperature.FromCelsius(Heat)), Text(Temperature.FromCelsius(Cool))),
        };
        return $"{(_isEco ? "eco" : mode)} over {(_isEco ? mode : "")}: {one}, {low}, {high}; 14.5, 27.5, True, True";
    }

    private void Note()
    {
        _ambients.Add(Ambient);
        _climates.Add(Climate());
    }
}
