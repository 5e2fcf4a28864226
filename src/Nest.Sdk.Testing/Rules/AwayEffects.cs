using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// Applies the away state to thermostats. Since the Eco change, they switch to eco when their structure is set to away.
/// They switch back when it is set to home, unless eco was chosen by hand. Offline thermostats do not follow, and a
/// thermostat that is off stays off. See docs/protocol/works-with-nest.md#write-rules.
/// </summary>
internal static class AwayEffects
{
    public static void Apply(FieldWrite write, string away, HiddenState hidden)
    {
        var structure = write.Owner;
        var wasAway = StructureRules.IsAway(structure);
        structure["away"] = away;
        var thermostats = write.DevicesInStructure("thermostats").Where(device => !device.Item["is_online"].IsFalse());
        if (away is "home")
            ComeHome(write, hidden);

        foreach (var (id, thermostat) in thermostats)
        {
            if (away is "away" && !wasAway)
                Leave(id, thermostat, hidden);
            else if (away is "home" && wasAway)
                Return(id, thermostat, hidden);
        }
    }

    private static void Leave(string id, JsonObject thermostat, HiddenState hidden)
    {
        switch (thermostat["hvac_mode"].Text())
        {
            case "eco":
                hidden.SetEcoByHand(id, isByHand: true);
                break;
            case "heat" or "cool" or "heat-cool":
                hidden.SetEcoByHand(id, isByHand: false);
                ModeEffects.Switch(thermostat, "eco");
                break;
        }
    }

    private static void Return(string id, JsonObject thermostat, HiddenState hidden)
    {
        if (thermostat["hvac_mode"].Text() is "eco"
            && thermostat["previous_hvac_mode"].Text() is { Length: > 0 } previous
            && !hidden.IsEcoByHand(id))
        {
            ModeEffects.Switch(thermostat, previous);
        }
    }

    /// <summary>
    /// Removes expected arrivals and sets the security state to <c>ok</c> at once. See
    /// docs/protocol/works-with-nest.md#structures.
    /// </summary>
    private static void ComeHome(FieldWrite write, HiddenState hidden)
    {
        hidden.TripsTo(write.Id).Clear();
        if (write.Owner.ContainsKey("eta_begin"))
            write.Owner["eta_begin"] = NestTime.Epoch;

        SecurityEffects.Clear(write.Id, write.Owner, hidden);
    }
}
