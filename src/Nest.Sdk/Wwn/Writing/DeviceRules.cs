using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>Rules that every kind of owner has.</summary>
internal static class DeviceRules
{
    /// <summary>The one check of an id that is not among the owners of its kind.</summary>
    public static NestRuleCheck Unknown(DataModel home, string id, string kind) => OtherKind(home, id) switch
    {
        "Protect" => RuleChecks.Of(NestRule.WritableDevice, "", false, $"'{id}' is a Protect: nothing of it can be written.", id),
        null when IsListed(home, id, kind) => RuleChecks.Of(NestRule.Permission, "", false, $"The token may not see the {kind} '{id}', so it may not write it. The product needs the permission, and the user has to accept it.", id),
        { } other => RuleChecks.Of(NestRule.KnownId, "", false, $"'{id}' is a {other}, no {kind}.", id),
        null => RuleChecks.Of(NestRule.KnownId, "", false, $"The home has no {kind} '{id}', or the token may not see it.", id, allowed: Known(home, kind)),
    };

    /// <summary>A field that is not there is one that the token may not see, and so may not write. See docs/protocol/works-with-nest.md#permissions.</summary>
    public static NestRuleCheck Permission(string field, bool isThere) =>
        RuleChecks.Of(NestRule.Permission, field, isThere, $"The token may not see {field}, so it may not write it. The product needs the permission, and the user has to accept it.");

    public static NestRuleCheck Online(string kind, bool? isOnline) =>
        RuleChecks.Of(NestRule.Online, "", isOnline, $"The {kind} is not online: nothing can be written until it is.", limit: "is_online");

    private static string? OtherKind(DataModel home, string id) =>
        home.Devices.SmokeCoAlarms.ContainsKey(id) ? "Protect"
        : home.Devices.Thermostats.ContainsKey(id) ? "thermostat"
        : home.Devices.Cameras.ContainsKey(id) ? "camera"
        : home.Structures.ContainsKey(id) ? "structure"
        : null;

    /// <summary>Every permission shows the ids that a structure lists (see docs/protocol/works-with-nest.md#permissions), but not the devices behind them.</summary>
    private static bool IsListed(DataModel home, string id, string kind) =>
        home.Structures.Values.Any(structure => (kind == "thermostat" ? structure.Thermostats : kind == "camera" ? structure.Cameras : default).Contains(id, StringComparer.Ordinal));

    private static string? Known(DataModel home, string kind)
    {
        var ids = kind switch
        {
            "thermostat" => home.Devices.Thermostats.Keys,
            "camera" => home.Devices.Cameras.Keys,
            _ => home.Structures.Keys,
        };
        var text = string.Join(", ", ids);
        return text.Length == 0 ? null : text;
    }
}
