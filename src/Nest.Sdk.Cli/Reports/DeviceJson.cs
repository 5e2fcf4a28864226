using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Reports;

/// <summary>The devices and structures of a home as one JSON array.</summary>
internal static class DeviceJson
{
    public static ReadOnlySpan<byte> Of(DataModel model) => JsonText.Line(json =>
    {
        json.WriteStartArray();
        foreach (var (id, structure) in model.Structures)
            Write(json, ("structure", id, structure.Name, null, null), structure, NestJsonContext.Default.Structure);
        foreach (var (id, thermostat) in model.Devices.Thermostats)
            Write(json, ("thermostat", id, thermostat.Name, model.RoomNameOf(thermostat), thermostat.IsOnline), thermostat, NestJsonContext.Default.Thermostat);
        foreach (var (id, alarm) in model.Devices.SmokeCoAlarms)
            Write(json, ("protect", id, alarm.Name, model.RoomNameOf(alarm), alarm.IsOnline), alarm, NestJsonContext.Default.SmokeCoAlarm);
        foreach (var (id, camera) in model.Devices.Cameras)
            Write(json, ("camera", id, camera.Name, model.RoomNameOf(camera), camera.IsOnline), camera, NestJsonContext.Default.Camera);
        json.WriteEndArray();
    });

    private static void Write<T>(Utf8JsonWriter json, (string Kind, string Id, string? Name, string? Where, bool? Online) head, T record, JsonTypeInfo<T> type)
    {
        json.WriteStartObject();
        json.WriteString("kind", head.Kind);
        json.WriteString("id", head.Id);
        json.WriteString("name", head.Name);
        json.WriteString("where", head.Where);
        if (head.Online is { } online)
            json.WriteBoolean("online", online);
        else
            json.WriteNull("online");
        // Its own name on the wire is that of the row's kind.
        if (record is Camera { Kind.IsAbsent: false } camera)
            json.WriteString("cameraKind", camera.Kind.ToString());
        CamelCase.WriteMembers(json, JsonSerializer.SerializeToElement(record, type), except: ["name", "cameraKind"]);
        json.WriteEndObject();
    }
}
