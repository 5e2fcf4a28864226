using System.Text.Json;
using System.Text.Unicode;
using Nest.Sdk.Json;

namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// Reads Google's devices, structures and rooms. Everything but valid JSON is optional: a missing list is an empty one,
/// unknown members and traits are accepted, and a resource without a name is skipped. See
/// docs/protocol/smart-device-management.md#resources.
/// </summary>
internal static class SdmResources
{
    /// <summary>Reads the response of <c>devices.list</c>.</summary>
    /// <exception cref="NestProtocolException">The response is not a JSON object in UTF-8.</exception>
    public static IReadOnlyList<SdmDevice> Devices(ReadOnlyMemory<byte> list) => List(list, "devices"u8, TryReadDevice);

    /// <summary>Reads the response of <c>devices.get</c>.</summary>
    /// <exception cref="NestProtocolException">The response is not a JSON object in UTF-8, or has no name.</exception>
    public static SdmDevice Device(ReadOnlyMemory<byte> json)
    {
        using var document = Parse(json);
        return TryReadDevice(document.RootElement) ?? throw new NestProtocolException("The device has no name.");
    }

    /// <summary>Reads the response of <c>structures.list</c>.</summary>
    /// <exception cref="NestProtocolException">The response is not a JSON object in UTF-8.</exception>
    public static IReadOnlyList<SdmPlace> Structures(ReadOnlyMemory<byte> list) => List(list, "structures"u8, TryReadPlace);

    /// <summary>Reads the response of <c>rooms.list</c>.</summary>
    /// <exception cref="NestProtocolException">The response is not a JSON object in UTF-8.</exception>
    public static IReadOnlyList<SdmPlace> Rooms(ReadOnlyMemory<byte> list) => List(list, "rooms"u8, TryReadPlace);

    /// <summary>Reads the traits of a resource. Those that are not objects are dropped.</summary>
    /// <returns>The traits by name, each with memory of its own. Empty when the value is not an object.</returns>
    public static IReadOnlyDictionary<string, JsonElement> Traits(JsonElement value)
    {
        var traits = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        if (value.ValueKind != JsonValueKind.Object)
            return traits;
        foreach (var member in value.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object)
                traits[SdmJson.NameOf(member)] = member.Value.Clone();
        }

        return traits;
    }

    private static SdmDevice? TryReadDevice(JsonElement device) => NameOf(device) is { } name
        ? new SdmDevice(name, SdmJson.Word(SdmJson.Member(device, "type"u8)), Relations(device), Traits(SdmJson.Member(device, "traits"u8)))
        : null;

    private static SdmPlace? TryReadPlace(JsonElement place) => NameOf(place) is { } name ? new SdmPlace(name, Traits(SdmJson.Member(place, "traits"u8))) : null;

    private static string? NameOf(JsonElement resource) => SdmJson.Word(SdmJson.Member(resource, "name"u8)) is { } name && SdmName.IdOf(name).Length > 0 ? name : null;

    private static List<SdmRelation> Relations(JsonElement device)
    {
        var relations = new List<SdmRelation>();
        foreach (var relation in SdmJson.Items(SdmJson.Member(device, "parentRelations"u8)))
        {
            var read = new SdmRelation(SdmJson.Word(SdmJson.Member(relation, "parent"u8)), SdmJson.Label(SdmJson.Member(relation, "displayName"u8)));
            if (read != new SdmRelation(null, null))
                relations.Add(read);
        }

        // The documentation does not describe it, but samples have it, and it names the same place.
        if (relations.TrueForAll(relation => relation.Parent is null) && SdmJson.Word(SdmJson.Member(device, "assignee"u8)) is { } place
            && (SdmName.IsRoom(place) || SdmName.IsStructure(place)))
        {
            relations.Add(new SdmRelation(place, null));
        }

        return relations;
    }

    private static List<T> List<T>(ReadOnlyMemory<byte> json, ReadOnlySpan<byte> name, Func<JsonElement, T?> tryRead)
        where T : class
    {
        using var document = Parse(json);
        return [.. SdmJson.Items(SdmJson.Member(document.RootElement, name)).Select(tryRead).OfType<T>()];
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        var text = ByteOrderMark.Without(json);
        if (!Utf8.IsValid(text.Span))
            throw new NestProtocolException("Google's response is not UTF-8.");
        JsonDocument? document;
        try
        {
            document = JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            // Not used as the inner exception: its message quotes the response.
            document = null;
        }

        if (document is null)
            throw new NestProtocolException("Google's response is not JSON.");
        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return document;
        var kind = document.RootElement.ValueKind;
        document.Dispose();
        throw new NestProtocolException($"Google's response must be an object, but is of the kind {kind}.");
    }
}
