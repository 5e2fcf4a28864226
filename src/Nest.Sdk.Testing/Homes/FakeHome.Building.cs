using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Homes;

namespace Nest.Sdk.Testing;

/// <content>Building a home room by room.</content>
public sealed partial class FakeHome
{
    /// <summary>Adds a structure. Later devices are added to it unless they name another structure.</summary>
    /// <param name="name">The name, unique in the home.</param>
    /// <param name="away"><c>home</c> (default), <c>away</c> or <c>unknown</c>.</param>
    /// <param name="edit">
    /// Edits the JSON object as the last step, for any other field of docs/protocol/works-with-nest.md#structures.
    /// </param>
    /// <exception cref="ArgumentException">The home already has a structure with this name.</exception>
    public FakeHome WithStructure(string name, string away = "home", Action<JsonObject>? edit = null)
    {
        var home = Copy();
        var structure = StructureTemplate.Create(name, away);
        edit?.Invoke(structure);
        Add(home.Collection("structures"), FakeIds.Structure(name), structure);
        return home;
    }

    /// <summary>
    /// Adds a thermostat. Temperatures are in degrees Celsius and rounded to 0.5 °C and 1 °F, as by the service.
    /// </summary>
    /// <param name="room">The room, which is also the name of the device.</param>
    /// <param name="ambientC">Measured temperature. Default: 20 °C.</param>
    /// <param name="targetC">Setpoint of <c>heat</c> and <c>cool</c>. Default: 20 °C.</param>
    /// <param name="lowC">Lower setpoint of <c>heat-cool</c>. Default: 19 °C.</param>
    /// <param name="highC">Upper setpoint of <c>heat-cool</c>. Default: 24 °C.</param>
    /// <param name="mode"><c>heat</c> (default), <c>cool</c>, <c>heat-cool</c>, <c>eco</c> or <c>off</c>.</param>
    /// <param name="label">The custom label, part of the names. Default: empty.</param>
    /// <param name="structure">Name of its structure. Default: the last one added.</param>
    /// <param name="edit">
    /// Edits the JSON object as the last step, for any other field of docs/protocol/works-with-nest.md#thermostats.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The home already has this thermostat, the structure does not exist, or a temperature is outside ±1,000 °C.
    /// </exception>
    public FakeHome WithThermostat(
        string room,
        double ambientC = 20,
        double targetC = 20,
        double lowC = 19,
        double highC = 24,
        string mode = "heat",
        string label = "",
        string? structure = null,
        Action<JsonObject>? edit = null)
    {
        var device = ThermostatTemplate.Create(
            mode, label, Degrees(ambientC, nameof(ambientC)), Degrees(targetC, nameof(targetC)), Degrees(lowC, nameof(lowC)), Degrees(highC, nameof(highC)));
        return WithDevice("thermostats", "Thermostat", FakeIds.Thermostat, device, room, label, structure, edit);
    }

    /// <summary>Adds a smoke and CO alarm. The alarm states of the structure become the worst of its alarms.</summary>
    /// <param name="room">The room, which is also the name of the device.</param>
    /// <param name="smoke">Smoke alarm: <c>ok</c> (default), <c>warning</c> or <c>emergency</c>.</param>
    /// <param name="co">Carbon monoxide alarm: <c>ok</c> (default), <c>warning</c> or <c>emergency</c>.</param>
    /// <param name="battery"><c>ok</c> (default) or <c>replace</c>.</param>
    /// <param name="structure">Name of its structure. Default: the last one added.</param>
    /// <param name="edit">
    /// Edits the JSON object as the last step, for any other field of
    /// docs/protocol/works-with-nest.md#smoke-and-co-alarms.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The home already has this alarm, or the structure does not exist.
    /// </exception>
    public FakeHome WithProtect(
        string room, string smoke = "ok", string co = "ok", string battery = "ok", string? structure = null, Action<JsonObject>? edit = null)
    {
        var device = ProtectTemplate.Create(smoke, co, battery);
        var home = WithDevice("smoke_co_alarms", "Nest Protect", FakeIds.Protect, device, room, "", structure, edit);
        HomeJoins.FollowAlarms(home.Root);
        return home;
    }

    /// <summary>Adds a camera with a last event.</summary>
    /// <param name="room">The room, which is also the name of the device.</param>
    /// <param name="isStreaming">Whether the camera is on and sends video. Default: true.</param>
    /// <param name="structure">Name of its structure. Default: the last one added.</param>
    /// <param name="model">
    /// What the device is for Google (<see cref="FakeGoogle"/>). Works with Nest shows each model as a plain camera, as
    /// it did the legacy doorbell. Default: <see cref="FakeCameraModel.LegacyCamera"/>.
    /// </param>
    /// <param name="edit">
    /// Edits the JSON object as the last step, for any other field of docs/protocol/works-with-nest.md#cameras.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The home already has this camera, or the structure does not exist.
    /// </exception>
    public FakeHome WithCamera(
        string room,
        bool isStreaming = true,
        string? structure = null,
        FakeCameraModel model = FakeCameraModel.LegacyCamera,
        Action<JsonObject>? edit = null)
    {
        var device = CameraTemplate.Create(FakeIds.Camera(NameOf(FindStructure(structure)), room), isStreaming);
        if (model != FakeCameraModel.LegacyCamera)
            device[GoogleMember.Name] = new JsonObject { [GoogleMember.Model] = CameraModels.WordOf(model) };

        return WithDevice("cameras", "Camera", FakeIds.Camera, device, room, "", structure, edit);
    }

    private FakeHome WithDevice(
        string collection,
        string product,
        Func<string, string, string> createId,
        JsonObject device,
        string room,
        string label,
        string? structureName,
        Action<JsonObject>? edit)
    {
        var home = Copy();
        var found = home.FindStructure(structureName);
        var structure = found.Item;
        var id = createId(NameOf(found), label.Length == 0 ? room : $"{room} ({label})");
        DeviceTemplate.Place(device, id, found.Id, StructureTemplate.AddWhere(structure, NameOf(found), room), room, label, product);
        edit?.Invoke(device);
        Add(home.Collection("devices", collection), id, device);
        if (structure[collection] is not JsonArray ids)
            structure[collection] = ids = [];

        ids.Add(id);
        return home;
    }

    /// <summary>Converts a temperature. Allows unusual values, but not NaN or infinity.</summary>
    private static decimal Degrees(double celsius, string name) =>
        Math.Abs(celsius) <= 1_000 ? (decimal)celsius : throw new ArgumentOutOfRangeException(name, celsius, "The temperature must be from -1,000 to 1,000 °C.");

    /// <summary>Returns the name from which ids are created. A loaded document may lack it.</summary>
    private static string NameOf((string Id, JsonObject Item) structure) => structure.Item["name"].Text() ?? structure.Id;

    private static void Add(JsonObject collection, string id, JsonObject item)
    {
        if (!collection.TryAdd(id, item))
            throw new ArgumentException($"The home already has a '{item["name"]}' of this kind.", nameof(item));
    }

    private JsonObject Collection(params ReadOnlySpan<string> path)
    {
        var node = Root;
        foreach (var name in path)
        {
            if (node[name] is not JsonObject next)
                node[name] = next = [];

            node = next;
        }

        return node;
    }
}
