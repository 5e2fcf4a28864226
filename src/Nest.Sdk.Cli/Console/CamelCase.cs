using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nest.Sdk.Cli.Console;

/// <summary>
/// A record in the form of the wire, with its names in camelCase and each pair of scales as one member.
/// </summary>
internal static class CamelCase
{
    private static readonly SecretMask Shapes = new();

    /// <param name="json">Where to.</param>
    /// <param name="record">The record in the form of the wire.</param>
    /// <param name="except">Names in camelCase that are written already.</param>
    public static void WriteMembers(Utf8JsonWriter json, JsonElement record, IReadOnlyCollection<string> except)
    {
        var written = new HashSet<string>(except, StringComparer.Ordinal) { "kind", "id", "where", "online" };
        foreach (var member in record.EnumerateObject())
        {
            var isDegrees = IsDegrees(member);
            var name = Name(isDegrees ? member.Name[..^2] : member.Name);
            // Both scales are one member; and an unknown member must not take one of our names.
            if (!written.Add(name))
                continue;
            json.WritePropertyName(name);
            if (isDegrees)
                WritePair(json, record, member.Name[..^2]);
            else
                WriteValue(json, member);
        }
    }

    private static bool IsDegrees(JsonProperty member) => member.Value.ValueKind == JsonValueKind.Number
        && (member.Name.EndsWith("_c", StringComparison.Ordinal) || member.Name.EndsWith("_f", StringComparison.Ordinal));

    private static void WritePair(Utf8JsonWriter json, JsonElement record, string name)
    {
        json.WriteStartObject();
        WriteScale("celsius", "_c");
        WriteScale("fahrenheit", "_f");
        json.WriteEndObject();

        void WriteScale(string scale, string suffix)
        {
            if (!record.TryGetProperty(name + suffix, out var degrees))
                return;
            json.WritePropertyName(scale);
            Write(json, degrees);
        }
    }

    /// <summary>
    /// Records inside a record have names of the wire too; what is keyed by ids, or unknown, stays as it is.
    /// </summary>
    private static void WriteValue(Utf8JsonWriter json, JsonProperty member)
    {
        switch (member)
        {
            case { Name: "last_event" or "eta", Value.ValueKind: JsonValueKind.Object }:
                WriteRecord(json, member.Value);
                break;
            case { Name: "activity_zones", Value.ValueKind: JsonValueKind.Array }:
                json.WriteStartArray();
                foreach (var zone in member.Value.EnumerateArray())
                    WriteRecord(json, zone);
                json.WriteEndArray();
                break;
            case { Name: "wheres", Value.ValueKind: JsonValueKind.Object }:
                json.WriteStartObject();
                foreach (var where in member.Value.EnumerateObject())
                {
                    json.WritePropertyName(where.Name);
                    WriteRecord(json, where.Value);
                }

                json.WriteEndObject();
                break;
            default:
                Write(json, member.Value);
                break;
        }
    }

    private static void WriteRecord(Utf8JsonWriter json, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Write(json, value);
            return;
        }

        json.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            json.WritePropertyName(Name(member.Name));
            Write(json, member.Value);
        }

        json.WriteEndObject();
    }

    /// <summary>Not <see cref="JsonElement.WriteTo"/>, which throws on an unpaired surrogate.</summary>
    private static void Write(Utf8JsonWriter json, JsonElement value) => Shapes.WriteJson(JsonMarshal.GetRawUtf8Value(value), json);

    private static string Name(string wire)
    {
        var parts = wire.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 ? wire : parts[0] + string.Concat(parts.Skip(1).Select(static part => char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
