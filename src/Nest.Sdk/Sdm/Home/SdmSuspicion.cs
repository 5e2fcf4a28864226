using System.Text.Json;

namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// Finds the traits of a device that Google is known to report wrongly now and then. They are shown after one read of
/// the device, which is believed. See docs/protocol/smart-device-management.md#state-in-the-field.
/// </summary>
internal static class SdmSuspicion
{
    /// <summary>Gets the names of the traits that must be read once more.</summary>
    /// <param name="known">The traits as last believed. Empty for a new device.</param>
    /// <param name="listed">The traits as listed now, at least one.</param>
    public static IReadOnlyList<string> Of(IReadOnlyDictionary<string, JsonElement> known, IReadOnlyDictionary<string, JsonElement> listed) =>
        Of(known, listed, [.. known.Keys.Where(name => !listed.ContainsKey(name))]);

    /// <summary>Gets the names of the traits that must be read once more, of a message that reports only some.</summary>
    /// <param name="known">The traits as last believed.</param>
    /// <param name="reported">The traits of the message, at least one.</param>
    public static IReadOnlyList<string> OfSome(IReadOnlyDictionary<string, JsonElement> known, IReadOnlyDictionary<string, JsonElement> reported) => Of(known, reported, []);

    private static IReadOnlyList<string> Of(IReadOnlyDictionary<string, JsonElement> known, IReadOnlyDictionary<string, JsonElement> listed, List<string> suspects)
    {
        suspects.AddRange(listed.Where(trait => IsSuspect(trait.Key, known.GetValueOrDefault(trait.Key), trait.Value)).Select(static trait => trait.Key));
        // A false mode comes with a setpoint that fits it, so the traits of a thermostat are believed together.
        return suspects.Exists(IsOfThermostat) ? [.. suspects.Union(known.Keys.Union(listed.Keys, StringComparer.Ordinal).Where(IsOfThermostat), StringComparer.Ordinal)] : suspects;
    }

    private static bool IsOfThermostat(string trait) => trait.StartsWith(SdmTraits.AnyThermostat, StringComparison.Ordinal);

    /// <summary>What a device can do does not shrink by one list, and no house is kept at 0 °C.</summary>
    private static bool IsSuspect(string name, JsonElement known, JsonElement listed) => name switch
    {
        SdmTraits.Fan => SdmJson.Word(SdmJson.Member(known, "timerMode"u8)) is not null && SdmJson.Word(SdmJson.Member(listed, "timerMode"u8)) is null,
        SdmTraits.CameraLiveStream => HasLost(known, listed, "supportedProtocols"u8),
        SdmTraits.ThermostatEco => HasLostModes(known, listed) || HasNewZero(known, listed, "heatCelsius"u8) || HasNewZero(known, listed, "coolCelsius"u8),
        _ => HasLostModes(known, listed),
    };

    private static bool HasLostModes(JsonElement known, JsonElement listed) =>
        Words(known, "availableModes"u8).Except(Words(listed, "availableModes"u8), StringComparer.Ordinal).Any();

    /// <summary>Whether all words are gone. Other words are legitimate: a camera that moves to another app changes them.</summary>
    private static bool HasLost(JsonElement known, JsonElement listed, ReadOnlySpan<byte> member) => Words(known, member).Length > 0 && Words(listed, member).Length == 0;

    private static bool HasNewZero(JsonElement known, JsonElement listed, ReadOnlySpan<byte> limit) => IsZero(listed, limit) && !IsZero(known, limit);

    private static bool IsZero(JsonElement trait, ReadOnlySpan<byte> limit) =>
        SdmJson.Member(trait, limit) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var celsius) && celsius == 0;

    private static string[] Words(JsonElement trait, ReadOnlySpan<byte> member) => SdmJson.Words(SdmJson.Member(trait, member)) ?? [];
}
