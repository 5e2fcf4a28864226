using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Watching;

/// <summary>Where something has changed, by the names that people know.</summary>
internal static class ChangePlace
{
    /// <returns>Such as <c>Hallway humidity</c>; the path when nobody has a name.</returns>
    public static string Of(string path, WatchUpdate update)
    {
        var steps = path.Split('/').Skip(1).Select(static step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        var (name, rest) = steps switch
        {
            ["structures", var id, ..] => (Name(update, model => model.Structures.GetValueOrDefault(id)?.Name), steps[2..]),
            ["devices", var kind, var id, ..] => (Name(update, model => Device(model, kind, id)), steps[3..]),
            _ => (null, steps),
        };
        return name is null ? path : string.Join(' ', rest.Prepend(name));
    }

    private static string? Name(WatchUpdate update, Func<DataModel, string?> name) => name(update.Model) ?? name(update.Previous);

    private static string? Device(DataModel model, string kind, string id) => kind switch
    {
        "thermostats" => model.Devices.Thermostats.GetValueOrDefault(id)?.Name,
        "smoke_co_alarms" => model.Devices.SmokeCoAlarms.GetValueOrDefault(id)?.Name,
        "cameras" => model.Devices.Cameras.GetValueOrDefault(id)?.Name,
        _ => null,
    };
}
