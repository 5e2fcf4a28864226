using Nest.Sdk.Collections;
using Nest.Sdk.Wwn.Permissions;

namespace Nest.Sdk.Wwn;

/// <summary>What a home shows of the permissions of the product. Comparable by value, so that <c>WhenChanged</c> reports changes alone.</summary>
public sealed record WwnPermissionStatus
{
    /// <summary>Permissions that are missing for sure, each with what for; empty when there are none.</summary>
    public EquatableArray<WwnPermissionGap> Missing { get; init; }

    /// <summary>Permissions that are required, or were there before, of which this home shows nothing: it may lack the devices, or the permission.</summary>
    public EquatableArray<WwnPermission> NotSeen { get; init; }

    /// <summary>The version of the product's permissions that the user has accepted (<c>metadata.client_version</c>, see docs/protocol/works-with-nest.md#root-and-metadata); null when Nest does not report it.</summary>
    public int? AcceptedVersion { get; init; }

    /// <summary>The version that the product has, by <see cref="WwnPermissionCheck.ClientVersion"/>; null when that is not set.</summary>
    public int? ProductVersion { get; init; }

    /// <summary>What the user has to do.</summary>
    public WwnPermissionRemedy Remedy => AcceptedVersion < ProductVersion ? WwnPermissionRemedy.AcceptUpdate
        : Missing.IsEmpty ? WwnPermissionRemedy.None
        : WwnPermissionRemedy.AuthorizeAgain;

    /// <summary>The same in words for people; empty when there is nothing to do.</summary>
    public string Advice => Remedy switch
    {
        WwnPermissionRemedy.AcceptUpdate => $"{MissingWords}The user has accepted version {AcceptedVersion} of the product's permissions, which are at {ProductVersion}. Ask them to accept the update in the Nest app.",
        WwnPermissionRemedy.AuthorizeAgain => $"{MissingWords}Check in the developer console that the product has the permission, and let the user authorize again.",
        _ => "",
    };

    private string MissingWords => Missing.IsEmpty ? "" : $"The permission is missing: {string.Join("; ", Missing.Select(static gap => $"{PermissionRule.Of(gap.Permission).Name} (for {PermissionRule.Of(gap.Permission).Grants})"))}. ";
}
