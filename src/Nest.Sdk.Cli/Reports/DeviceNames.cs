using Nest.Sdk.Cli.Console;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Reports;

/// <summary>Display names that identify a device, even when names are missing or used twice.</summary>
/// <remarks>
/// A device without a name is named after its room, else its kind and the end of its id. Devices with the same name get
/// a suffix: the structure, then the room, then the end of the id, as in <c>Hallway (Cabin)</c>.
/// </remarks>
internal sealed class DeviceNames
{
    /// <summary>The length of a shortened id.</summary>
    public const int ShortId = 6;

    private readonly Dictionary<(string Kind, string Id), string> _names = [];

    private DeviceNames(DataModel home, bool saysKind)
    {
        var devices = Devices(home).ToList();
        if (saysKind)
            Name(devices, static device => device.Kind);
        else
            devices.GroupBy(static device => device.Kind, StringComparer.Ordinal).ToList().ForEach(kind => Name([.. kind]));
    }

    /// <summary>
    /// Names for lines without a kind: a thermostat and a Protect with the same name get their kinds.
    /// </summary>
    public static DeviceNames Across(DataModel home) => new(home, saysKind: true);

    /// <summary>Names for contexts in which the kind is shown or known.</summary>
    public static DeviceNames OfKinds(DataModel home) => new(home, saysKind: false);

    /// <returns>The name. Null when the home does not have the device.</returns>
    public string? Structure(string id) => _names.GetValueOrDefault(("structure", id));

    /// <inheritdoc cref="Structure"/>
    public string? Thermostat(string id) => _names.GetValueOrDefault(("thermostat", id));

    /// <inheritdoc cref="Structure"/>
    public string? Protect(string id) => _names.GetValueOrDefault(("Protect", id));

    /// <inheritdoc cref="Structure"/>
    public string? Camera(string id) => _names.GetValueOrDefault(("camera", id));

    /// <summary>The end of an id, after an ellipsis.</summary>
    public static string Shorten(string id, int length = ShortId) => id.Length <= length + 2 ? id : $"…{id[^length..]}";

    private static IEnumerable<Device> Devices(DataModel home)
    {
        foreach (var (id, structure) in home.Structures)
            yield return new Device("structure", id, structure.Name, null, null);
        foreach (var (id, thermostat) in home.Devices.Thermostats)
            yield return new Device("thermostat", id, thermostat.Name, home.RoomNameOf(thermostat), home.StructureOf(thermostat)?.Name);
        foreach (var (id, alarm) in home.Devices.SmokeCoAlarms)
            yield return new Device("Protect", id, alarm.Name, home.RoomNameOf(alarm), home.StructureOf(alarm)?.Name);
        foreach (var (id, camera) in home.Devices.Cameras)
            yield return new Device("camera", id, camera.Name, home.RoomNameOf(camera), home.StructureOf(camera)?.Name);
    }

    private void Name(List<Device> devices, params ReadOnlySpan<Func<Device, string>> first)
    {
        foreach (var detail in (ReadOnlySpan<Func<Device, string>>)[.. first, static device => device.StructureName, static device => device.Room, static device => device.ShortId, static device => device.Id])
        {
            foreach (var alike in devices.GroupBy(static device => device.ToString(), NameComparer.Instance).Where(static group => group.Skip(1).Any()).ToList())
            {
                // A detail that all of them share distinguishes none.
                if (alike.Select(detail).Distinct(NameComparer.Instance).Skip(1).Any())
                    alike.ToList().ForEach(device => device.Add(detail(device)));
            }
        }

        devices.ForEach(device => _names[(device.Kind, device.Id)] = device.ToString());
    }

    private sealed class Device(string kind, string id, string? name, string? room, string? structure)
    {
        private readonly List<string> _details = [];

        public string Kind => kind;

        public string Id => id;

        public string Room { get; } = PlainText.OneLine(room ?? "").Trim();

        public string StructureName { get; } = PlainText.OneLine(structure ?? "").Trim();

        public string ShortId => Shorten(id);

        private string Base { get; } = PlainText.OneLine(name ?? "").Trim();

        public void Add(string detail)
        {
            if (detail.Length > 0)
                _details.Add(detail);
        }

        public override string ToString()
        {
            var text = Base.Length > 0 ? Base : Room.Length > 0 ? Room : $"{kind} {ShortId}";
            return _details.Count == 0 ? text : $"{text} ({string.Join(", ", _details)})";
        }
    }
}
