using Nest.Sdk.Collections;
using Nest.Sdk.Model;
using Nest.Sdk.Wwn.Permissions;

namespace Nest.Sdk.Wwn;

/// <summary>Determines from a home which permissions of the product are missing.</summary>
public sealed record WwnPermissionCheck
{
    /// <summary>
    /// The permissions that the product needs. Default: empty, so that only devices that a structure lists, and values
    /// that disappear, count as missing.
    /// </summary>
    public EquatableArray<WwnPermission> Required { get; init; }

    /// <summary>
    /// The current version of the product's permissions in the developer console. It starts at 1, and each change of
    /// permissions adds 1. Default: null, so that an outdated version is not detected.
    /// </summary>
    public int? ClientVersion { get; init; }

    /// <summary>
    /// Determines the permissions from a home. A permission counts as granted when any value that it grants is present.
    /// </summary>
    /// <param name="model">The home.</param>
    /// <param name="before">The previous home, to detect values that disappeared. Null skips that check.</param>
    /// <returns>The missing permissions and the remedy.</returns>
    public WwnPermissionStatus Of(DataModel model, DataModel? before = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var missing = new List<WwnPermissionGap>();
        var notSeen = new List<WwnPermission>();
        foreach (var rule in PermissionRule.All)
        {
            if (rule.Seen(model).Any())
                continue;
            var isRequired = Required.Contains(rule.Permission);
            var seenBefore = before is null ? [] : rule.Seen(before).ToHashSet(StringComparer.Ordinal);
            if (Gap(rule, model, isRequired, seenBefore) is { } gap)
                missing.Add(gap);
            else if (isRequired || seenBefore.Count > 0)
                notSeen.Add(rule.Permission);
        }

        return new WwnPermissionStatus { Missing = [.. missing], NotSeen = [.. notSeen], AcceptedVersion = model.Metadata.ClientVersion, ProductVersion = ClientVersion };
    }

    private static WwnPermissionGap? Gap(PermissionRule rule, DataModel model, bool isRequired, HashSet<string> seenBefore)
    {
        var absent = rule.Absent(model).ToList();
        if (absent.Count == 0)
            return null;
        // A list of devices proves the gap. A field that is not required counts only when it disappears.
        if (rule.IsDevice)
            return Gap(seenBefore.Overlaps(absent) ? WwnPermissionGapReason.Vanished : WwnPermissionGapReason.Listed, absent);
        var vanished = absent.FindAll(seenBefore.Contains);
        if (vanished.Count > 0)
            return Gap(WwnPermissionGapReason.Vanished, vanished);
        return isRequired ? Gap(WwnPermissionGapReason.Required, absent) : null;

        WwnPermissionGap Gap(WwnPermissionGapReason reason, List<string> paths) => new() { Permission = rule.Permission, Reason = reason, Paths = [.. paths] };
    }
}
