using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// Since the Eco change a structure that goes away takes its thermostats to eco (section 10). Coming home takes those back that nobody had put
/// there. An offline thermostat hears of neither, and one that is off stays off.
/// </summary>
internal static class AwayEffects
{
    public static void Apply(FieldWrite write, string away, UntoldState untold)
    {
        var structure = write.Owner;
        var wasAway = StructureRules.IsAway(structure);
        structure["away"] = away;
        var thermostats = write.Housemates("thermostats").Where(device => !device.Item["is_online"].IsFalse());
        if (away is "home")
        {
            ComeHome(write, untold);
        }

        foreach (var (id, thermostat) in thermostats)
        {
            if (away is "away" && !wasAway)
            {
                Leave(id, thermostat, untold);
            }
            else if (away is "home" && wasAway)
            {
                Return(id, thermostat, untold);
            }
        }
    }

    private static void Leave(string id, JsonObject thermostat, UntoldState untold)
    {
        switch (thermostat["hvac_mode"].Text())
        {
            case "eco":
                untold.SetEcoByHand(id, isByHand: true);
                break;
            case "heat" or "cool" or "heat-cool":
                untold.SetEcoByHand(id, isByHand: false);
                ModeEffects.Switch(thermostat, "eco");
                break;
        }
    }

    private static void Return(string id, JsonObject thermostat, UntoldState untold)
    {
        if (thermostat["hvac_mode"].Text() is "eco"
            && thermostat["previous_hvac_mode"].Text() is { Length: > 0 } previous
            && !untold.IsEcoByHand(id))
        {
            ModeEffects.Switch(thermostat, previous);
        }
    }

    /// <summary>Nobody is expected any more, and the security state is ok at once (section 8.2).</summary>
    private static void ComeHome(FieldWrite write, UntoldState untold)
    {
        untold.TripsTo(write.Id).Clear();
        if (write.Owner.ContainsKey("eta_begin"))
        {
            write.Owner["eta_begin"] = NestTime.Epoch;
        }

        SecurityEffects.Calm(write.Id, write.Owner, untold);
    }
}
