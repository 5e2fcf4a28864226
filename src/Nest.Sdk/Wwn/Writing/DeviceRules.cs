using Nest.Sdk.Model;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>Rules that all devices and structures share.</summary>
internal static class DeviceRules
{
    /// <summary>Creates the only check for an id that the home does not have for this kind.</summary>
    public static NestRuleCheck Unknown(DataModel home, string id, string kind) => OtherKind(home, id) switch
    {
        "Protect" => RuleChecks.Of(NestRule.WritableDevice, "", false, $"'{id}' is a Protect, which has no writable fields.", id),
        null when IsListed(home, id, kind) => RuleChecks.Of(NestRule.Permission, "", false, $"The token has no permission for the {kind} '{id}'. The product needs the permission, and the user must accept it.", id),
        { } other => RuleChecks.Of(NestRule.KnownId, "", false, $"'{id}' is a {other}, not a {kind}.", id),
        null => RuleChecks.Of(NestRule.KnownId, "", false, $"The home has no {kind} '{id}', or the token has no permission for it.", id, allowed: Known(home, kind)),
    };

    /// <summary>
    /// Checks the permission for a field. A field that is missing in the home cannot be written either. See
    /// docs/protocol/works-with-nest.md#permissions.
    /// </summary>
    public static NestRuleCheck Permission(string field, bool isThere) =>
        RuleChecks.Of(NestRule.Permission, field, isThere, $"The token has no permission for {field}. The product needs the permission, and the user must accept it.");

    public static NestRuleCheck Online(string kind, bool? isOnline) =>
        RuleChecks.Of(NestRule.Online, "", isOnline, $"The {kind} is offline. Write again when it is online.", limit: "is_online");

    private static string? OtherKind(DataModel home, string id) =>
        home.Devices.SmokeCoAlarms.ContainsKey(id) ? "Protect"
        : home.Devices.Thermostats.ContainsKey(id) ? "thermostat"
        : home.Devices.Cameras.ContainsKey(id) ? "camera"
        : home.Structures.ContainsKey(id) ? "structure"
        : null;

    /// <summary>
    /// Whether a structure lists the id. Structures list ids with any permission, but the devices may be hidden. See
    /// docs/protocol/works-with-nest.md#permissions.
    /// </summary>
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
