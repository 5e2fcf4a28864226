using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Watching;

/// <summary>Names the rows of the live view: by room, or by device name where two rows would look the same.</summary>
internal sealed class RowNames
{
    private readonly DeviceNames _names;
    private readonly Dictionary<object, (string Id, string Name)> _devices = new(ReferenceEqualityComparer.Instance);

    public RowNames(DataModel home)
    {
        _names = DeviceNames.OfKinds(home);
        foreach (var (id, thermostat) in home.Devices.Thermostats)
            _devices[thermostat] = (id, _names.Thermostat(id)!);
        foreach (var (id, alarm) in home.Devices.SmokeCoAlarms)
            _devices[alarm] = (id, _names.Protect(id)!);
        foreach (var (id, camera) in home.Devices.Cameras)
            _devices[camera] = (id, _names.Camera(id)!);
    }

    public string Structure(string id) => _names.Structure(id)!;

    /// <returns>Each device with its id and its row name. Row names are unique.</returns>
    public IEnumerable<(string Id, string Place, T Device)> Rows<T>(List<T> devices, Func<T, string?> room)
        where T : class
    {
        var places = devices.ConvertAll(device => PlainText.OneLine(room(device) ?? "").Trim() is { Length: > 0 } place ? place : _devices[device].Name);
        // A name may equal the room of another row, so a change may require another one.
        while (Alike(places) is { Count: > 0 } alike && alike.Exists(row => places[row] != _devices[devices[row]].Name))
            alike.ForEach(row => places[row] = _devices[devices[row]].Name);
        return devices.Select((device, row) => (_devices[device].Id, places[row], device));
    }

    private static List<int> Alike(List<string> places) =>
        [.. places.Select(static (place, row) => (place, row)).GroupBy(static pair => pair.place, NameComparer.Instance).Where(static group => group.Skip(1).Any()).SelectMany(static group => group.Select(static pair => pair.row))];
}
