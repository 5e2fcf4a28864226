using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Homes;

namespace Nest.Sdk.Testing.Rules;

/// <summary>What another mode does to a thermostat.</summary>
internal static class ModeEffects
{
    /// <summary>Applies a mode that was written.</summary>
    public static void Choose(FieldWrite write, string mode, HiddenState hidden)
    {
        hidden.SetEcoByHand(write.Id, mode is "eco");
        Switch(write.Owner, mode);
    }

    /// <summary>
    /// Changes the mode and remembers the mode before eco; empty otherwise (see
    /// docs/protocol/works-with-nest.md#thermostats).
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
