using Nest.Sdk.Model;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>Seven structures with a room and a thermostat each, which change at random.</summary>
internal sealed class TrueHouse
{
    /// <summary>The number of structures, which is more than Google allows lists of rooms in a minute.</summary>
    public const int Structures = 7;

    private const int MostDevices = 9;
    private const int FewestDevices = 4;

    private readonly Dictionary<string, TrueThermostat> _ever = new(StringComparer.Ordinal);
    private readonly List<TrueThermostat> _thermostats = [];
    private readonly string[] _rooms = [.. Enumerable.Range(0, Structures).Select(number => $"Room {number}")];
    private int _changes;

    public TrueHouse()
    {
        for (var number = 0; number < Structures; number++)
            Add();
    }

    public IReadOnlyList<TrueThermostat> Thermostats => _thermostats;

    public static string StructuresJson => $$"""{"structures":[{{string.Join(',', Enumerable.Range(0, Structures).Select(number => $$"""{"name":"{{StructureName($"S{number}")}}","traits":{"sdm.structures.traits.Info":{"customName":"Structure {{number}}"} } }"""))}}]}""";

    public void Change(Random random)
    {
        _changes++;
        switch (random.Next(40))
        {
            case 0 when _thermostats.Count < MostDevices:
                Add();
                break;
            case 1 when _thermostats.Count > FewestDevices:
                _thermostats.RemoveAt(random.Next(_thermostats.Count));
                break;
            case 2:
                _rooms[random.Next(Structures)] = $"Room after {_changes} changes";
                break;
            default:
                _thermostats[random.Next(_thermostats.Count)].Change(random);
                break;
        }
    }

    public string RoomsJson(string structure) =>
        $$"""{"rooms":[{"name":"{{StructureName(structure)}}/rooms/R","traits":{"sdm.structures.traits.RoomInfo":{"customName":"{{_rooms[NumberOf(structure)]}}"} } }]}""";

    public TrueThermostat? Find(string id) => _thermostats.Find(thermostat => thermostat.Id == id);

    /// <summary>The thermostat that has or had an id.</summary>
    public TrueThermostat? FindEver(string id) => _ever.GetValueOrDefault(id);

    /// <summary>Fails unless a home shows exactly this house.</summary>
    public void AssertShownBy(DataModel home)
    {
        Assert.Equal(_thermostats.Select(thermostat => thermostat.Id).Order(StringComparer.Ordinal), home.Devices.Thermostats.Keys);
        Assert.All(_thermostats, thermostat => Assert.True(thermostat.Is(home.Devices.Thermostats[thermostat.Id]), $"{home.Devices.Thermostats[thermostat.Id]} is not {thermostat.ToJson()}"));
        Assert.Equal(Enumerable.Range(0, Structures).Select(number => $"Structure {number}"), home.Structures.Values.Select(structure => structure.Name));
        Assert.Equal(_rooms, home.Structures.Values.Select(structure => structure.Rooms["R"].Name));
    }

    private static int NumberOf(string structure) => structure[1] - '0';

    private void Add()
    {
        var thermostat = new TrueThermostat($"T{_ever.Count:000}", $"S{_ever.Count % Structures}");
        _ever.Add(thermostat.Id, thermostat);
        _thermostats.Add(thermostat);
    }
}
