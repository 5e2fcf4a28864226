using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Homes;

namespace Nest.Sdk.Testing.Rules;

/// <summary>What another mode does to a thermostat.</summary>
internal static class ModeEffects
{
    /// <summary>Somebody chooses a mode.</summary>
    public static void Choose(FieldWrite write, string mode, UntoldState untold)
    {
        untold.SetEcoByHand(write.Id, mode is "eco");
        Switch(write.Owner, mode);
    }

    /// <summary>Changes the mode and remembers the way back out of eco; no way otherwise (section 8.4).</summary>
    public static void Switch(JsonObject thermostat, string mode)
    {
        var previous = $"{thermostat["hvac_mode"]}";
        if (previous != mode)
        {
            thermostat["previous_hvac_mode"] = mode is "eco" ? previous : "";
        }

        thermostat["hvac_mode"] = mode;
        HvacStates.Follow(thermostat);
    }
}
