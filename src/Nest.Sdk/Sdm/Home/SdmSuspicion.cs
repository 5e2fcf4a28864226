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
    public static IReadOnlyList<string> Of(IReadOnlyDictionary<string, JsonElement> known, IReadOnlyDictionary<string, JsonElement> listed)
    {
        List<string> suspects = [.. known.Keys.Where(name => !listed.ContainsKey(name))];
        foreach (var (name, value) in listed)
        {
            if (HasLostModes(known.GetValueOrDefault(name), value) || (name == SdmTraits.ThermostatEco && HasNewZero(known.GetValueOrDefault(name), value)))
                suspects.Add(name);
        }

        // Mode, eco and setpoints are one state, of which Google also reports the rest wrongly: without its setpoint.
        return suspects.Exists(IsOfThermostat) ? [.. suspects.Union(known.Keys.Union(listed.Keys, StringComparer.Ordinal).Where(IsOfThermostat), StringComparer.Ordinal)] : suspects;
    }

    private static bool IsOfThermostat(string trait) => trait.StartsWith(SdmTraits.AnyThermostat, StringComparison.Ordinal);

    /// <summary>What a device can do does not shrink by one message or list.</summary>
    private static bool HasLostModes(JsonElement known, JsonElement listed) => Modes(known).Except(Modes(listed), StringComparer.Ordinal).Any();

    private static IEnumerable<string> Modes(JsonElement trait) =>
        trait.ValueKind == JsonValueKind.Object && trait.TryGetProperty("availableModes", out var modes) && modes.ValueKind == JsonValueKind.Array
            ? modes.EnumerateArray().Where(static mode => mode.ValueKind == JsonValueKind.String).Select(static mode => mode.GetString()!)
            : [];

    private static bool HasNewZero(JsonElement known, JsonElement listed) =>
        (IsZero(listed, "heatCelsius") && !IsZero(known, "heatCelsius")) || (IsZero(listed, "coolCelsius") && !IsZero(known, "coolCelsius"));

    private static bool IsZero(JsonElement trait, string limit) =>
        trait.ValueKind == JsonValueKind.Object && trait.TryGetProperty(limit, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var celsius) && celsius == 0;
}
