using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// Writes the document in the shape of Works with Nest that the model, the differences and the tool read. See
/// docs/protocol/smart-device-management.md#mapping-from-works-with-nest.
/// </summary>
/// <remarks>
/// Members have a fixed order and devices that of their ids, so equal homes give equal bytes. What Google does not
/// report is absent.
/// </remarks>
internal static class SdmDocument
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(SdmSnapshot home)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
            Write(writer, home.UserId, new SdmPlaces(home));
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, string? userId, SdmPlaces places)
    {
        var names = SdmNames.Of(places.Devices);
        writer.WriteStartObject();
        writer.WriteStartObject("metadata"u8);
        writer.Write("user_id"u8, userId);
        writer.WriteString("backend"u8, "sdm"u8);
        writer.WriteEndObject();
        writer.WriteStartObject("devices"u8);
        WriteDevices(writer, "thermostats"u8, places.Devices.Where(IsThermostat), names, SdmThermostat.Write);
        WriteDevices(writer, "cameras"u8, places.Devices.Where(IsCamera), names, SdmCamera.Write);
        writer.WriteEndObject();
        writer.WriteStartObject("structures"u8);
        foreach (var structure in places.Structures())
            WriteStructure(writer, structure, places);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteDevices(Utf8JsonWriter writer, ReadOnlySpan<byte> kind, IEnumerable<SdmEntry> devices, Dictionary<string, string> names, Action<Utf8JsonWriter, SdmEntry> writeRest)
    {
        writer.WriteStartObject(kind);
        foreach (var device in devices)
        {
            writer.WriteStartObject(device.Id);
            writer.WriteString("device_id"u8, device.Id);
            writer.Write("structure_id"u8, IdOf(device.Structure));
            writer.Write("where_id"u8, IdOf(device.Room));
            writer.Write("where_name"u8, device.RoomName);
            writer.WriteString("name"u8, names[device.Id]);
            writer.Write("is_online"u8, SdmJson.Word(device.Field(SdmTraits.Connectivity, "status"u8)) is { } status ? status == "ONLINE" : null);
            writeRest(writer, device);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteStructure(Utf8JsonWriter writer, string structure, SdmPlaces places)
    {
        var id = SdmName.IdOf(structure);
        var devices = places.Devices.Where(device => IdOf(device.Structure) == id).ToArray();
        writer.WriteStartObject(id);
        writer.WriteString("structure_id"u8, id);
        writer.Write("name"u8, places.LabelOf(structure));
        writer.WriteList("thermostats"u8, devices.Where(IsThermostat).Select(device => device.Id));
        writer.WriteList("cameras"u8, devices.Where(IsCamera).Select(device => device.Id));
        writer.WriteStartObject("wheres"u8);
        foreach (var room in places.RoomsOf(structure))
        {
            writer.WriteStartObject(SdmName.IdOf(room));
            writer.WriteString("where_id"u8, SdmName.IdOf(room));
            writer.Write("name"u8, places.NameOfRoom(room));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static bool IsThermostat(SdmEntry device) => device.Kind == SdmKind.Thermostat;

    private static bool IsCamera(SdmEntry device) => device.Kind != SdmKind.Thermostat;

    private static string? IdOf(string? name) => name is null ? null : SdmName.IdOf(name);
}
