using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Model;
using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Tests.Sdm.Home;

/// <summary>Homes in Google's JSON, with short names of traits: <c>Fan</c> is <c>sdm.devices.traits.Fan</c>.</summary>
internal static class SdmSample
{
    public const string Project = "enterprises/project-1";
    public const string Lake = Project + "/structures/lake";
    public const string Hall = Lake + "/rooms/hall";
    public const string Porch = Lake + "/rooms/porch";

    public const string Thermostat = """
        {"Info":{"customName":"Upstairs"},"Connectivity":{"status":"ONLINE"},"Fan":{"timerMode":"ON","timerTimeout":"2026-11-30T10:15:00Z"},
        "Humidity":{"ambientHumidityPercent":45},"Settings":{"temperatureScale":"CELSIUS"},"Temperature":{"ambientTemperatureCelsius":21.37},
        "ThermostatMode":{"availableModes":["HEAT","COOL","HEATCOOL","OFF"],"mode":"HEATCOOL"},
        "ThermostatEco":{"availableModes":["MANUAL_ECO","OFF"],"mode":"OFF","heatCelsius":10,"coolCelsius":26.5},
        "ThermostatHvac":{"status":"COOLING"},"ThermostatTemperatureSetpoint":{"heatCelsius":19.152817,"coolCelsius":23.333328}}
        """;

    public const string Camera = """
        {"Info":{"customName":"Yard"},"CameraLiveStream":{"maxVideoResolution":{"width":640,"height":480},"videoCodecs":["H264"],"audioCodecs":["AAC"],"supportedProtocols":["RTSP"]},
        "CameraImage":{},"CameraEventImage":{},"CameraMotion":{},"CameraPerson":{},"CameraSound":{}}
        """;

    public static SdmDevice Device(string id, string traits, string? type = null, params (string? Parent, string? Name)[] parents) => SdmResources.Device(Bytes(new JsonObject
    {
        ["name"] = $"{Project}/devices/{id}",
        ["type"] = type,
        ["traits"] = Traits(traits, "sdm.devices.traits."),
        ["parentRelations"] = new JsonArray([.. parents.Select(parent => new JsonObject { ["parent"] = parent.Parent, ["displayName"] = parent.Name })]),
    }));

    public static SdmPlace Structure(string name, string? customName) => Place("structures", name, customName is null ? "{}" : $$$"""{"Info":{"customName":"{{{customName}}}"}}""");

    public static SdmPlace Room(string name, string? customName) => Place("rooms", name, customName is null ? "{}" : $$$"""{"RoomInfo":{"customName":"{{{customName}}}"}}""");

    public static SdmSnapshot Home(params SdmDevice[] devices) => new(devices, [Structure(Lake, "Lake house")], [Room(Hall, "Hallway"), Room(Porch, "Porch")], "user-1");

    public static JsonElement Document(SdmSnapshot home) => JsonElement.Parse(SdmDocument.Write(home));

    /// <summary>The model of the document, which must have no issue.</summary>
    public static DataModel Model(SdmSnapshot home)
    {
        var result = DataModelReader.Read(SdmDocument.Write(home));
        Assert.Empty(result.Issues);
        return result.Model;
    }

    public static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    private static SdmPlace Place(string list, string name, string traits)
    {
        var json = Bytes(new JsonObject { [list] = new JsonArray(new JsonObject { ["name"] = name, ["traits"] = Traits(traits, "sdm.structures.traits.") }) });
        return (list == "rooms" ? SdmResources.Rooms(json) : SdmResources.Structures(json)).Single();
    }

    private static JsonObject Traits(string traits, string start) =>
        new(JsonNode.Parse(traits)!.AsObject().Select(trait => KeyValuePair.Create(trait.Key.Contains('.', StringComparison.Ordinal) ? trait.Key : start + trait.Key, trait.Value?.DeepClone())));
}
