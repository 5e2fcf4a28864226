using Nest.Sdk.Collections;
using Nest.Sdk.Model;
using Nest.Sdk.Wwn.Permissions;

namespace Nest.Sdk.Wwn;

/// <summary>Finds out from a home which permissions of the product are missing.</summary>
public sealed record WwnPermissionCheck
{
    /// <summary>The permissions that the product needs. Default: none, so that only devices that a structure lists, and what vanishes, count as missing.</summary>
    public EquatableArray<WwnPermission> Required { get; init; }

    /// <summary>The product's present version of its permissions, from the developer console: it starts at 1, and each change of permissions adds 1. Default: null, so that a version behind is not noticed.</summary>
    public int? ClientVersion { get; init; }

    /// <summary>Finds what a home shows of the permissions. A permission counts as granted when anything that it brings is there.</summary>
    /// <param name="model">The home.</param>
    /// <param name="before">The home as it was, to notice what has vanished; null when there is none.</param>
    /// <returns>What is missing, and what the user has to do.</returns>
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
        // A list of devices is proof by itself; of a field that nobody needs, only its going is news.
        if (rule.IsDevice)
            return Gap(seenBefore.Overlaps(absent) ? WwnPermissionGapReason.Vanished : WwnPermissionGapReason.Listed, absent);
        var vanished = absent.FindAll(seenBefore.Contains);
        if (vanished.Count > 0)
            return Gap(WwnPermissionGapReason.Vanished, vanished);
        return isRequired ? Gap(WwnPermissionGapReason.Required, absent) : null;

        WwnPermissionGap Gap(WwnPermissionGapReason reason, List<string> paths) => new() { Permission = rule.Permission, Reason = reason, Paths = [.. paths] };
    }
}
