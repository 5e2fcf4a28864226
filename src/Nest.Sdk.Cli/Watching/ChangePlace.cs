using Nest.Sdk.Cli.Reports;

namespace Nest.Sdk.Cli.Watching;

/// <summary>Describes the place of a change by the names that people know.</summary>
internal sealed class ChangePlace(WatchUpdate update)
{
    private readonly DeviceNames _now = DeviceNames.Across(update.Model);

    /// <summary>For removed devices and structures.</summary>
    private readonly Lazy<DeviceNames> _before = new(() => DeviceNames.Across(update.Previous));

    /// <returns>
    /// Text such as <c>Hallway humidity</c>. The path itself when it leads to no device or structure.
    /// </returns>
    public string Of(string path)
    {
        var steps = path.Split('/').Skip(1).Select(static step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        var (name, rest) = steps switch
        {
            ["structures", var id, ..] => (Name(names => names.Structure(id)), steps[2..]),
            ["devices", var kind, var id, ..] => (Name(names => Device(names, kind, id)), steps[3..]),
            _ => (null, steps),
        };
        return name is null ? path : string.Join(' ', rest.Prepend(name));
    }

    private string? Name(Func<DeviceNames, string?> name) => name(_now) ?? name(_before.Value);

    private static string? Device(DeviceNames names, string kind, string id) => kind switch
    {
        "thermostats" => names.Thermostat(id),
        "smoke_co_alarms" => names.Protect(id),
        "cameras" => names.Camera(id),
        _ => null,
    };
}
