using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Homes;

namespace Nest.Sdk.Testing.Rules;

/// <summary>Applies a change of mode to a thermostat.</summary>
internal static class ModeEffects
{
    /// <summary>Applies a written mode.</summary>
    public static void Choose(FieldWrite write, string mode, HiddenState hidden)
    {
        hidden.SetEcoByHand(write.Id, mode is "eco");
        Switch(write.Owner, mode);
    }

    /// <summary>
    /// Changes the mode. Sets <c>previous_hvac_mode</c> to the mode before eco, or to an empty string for any other
    /// mode. See docs/protocol/works-with-nest.md#thermostats.
    /// </summary>
    public static void Switch(JsonObject thermostat, string mode)
    {
        var previous = $"{thermostat["hvac_mode"]}";
        if (previous != mode)
            thermostat["previous_hvac_mode"] = mode is "eco" ? previous : "";

        thermostat["hvac_mode"] = mode;
        HvacStates.Follow(thermostat);
    }
}
