using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Watching;

/// <summary>Whether the temperature rose or fell at its last change.</summary>
internal sealed class Trends
{
    private readonly Dictionary<string, (Temperature Ambient, string Arrow)> _last = new(StringComparer.Ordinal);

    public void Note(DataModel home)
    {
        foreach (var (id, thermostat) in home.Devices.Thermostats)
        {
            if (thermostat.AmbientTemperature is not { } now)
                continue;
            var arrow = "";
            if (_last.TryGetValue(id, out var before))
                arrow = now.CompareTo(before.Ambient) switch { > 0 => "↑", < 0 => "↓", _ => before.Arrow };
            _last[id] = (now, arrow);
        }
    }

    public string Of(string id) => _last.GetValueOrDefault(id).Arrow ?? "";
}
