using Nest.Sdk.Collections;
using Nest.Sdk.Wwn.Permissions;

namespace Nest.Sdk.Wwn;

/// <summary>
/// The permissions of the product according to a home. Compared by value, so that <c>WhenChanged</c> reports changes
/// only.
/// </summary>
public sealed record WwnPermissionStatus
{
    /// <summary>The permissions that are definitely missing. Empty when there are none.</summary>
    public EquatableArray<WwnPermissionGap> Missing { get; init; }

    /// <summary>
    /// The permissions that are required, or were present before, without any value in this home: it may lack the
    /// devices or the permission.
    /// </summary>
    public EquatableArray<WwnPermission> NotSeen { get; init; }

    /// <summary>
    /// The version of the product's permissions that the user has accepted (<c>metadata.client_version</c>). Null when
    /// the service does not report it. See docs/protocol/works-with-nest.md#root-and-metadata.
    /// </summary>
    public int? AcceptedVersion { get; init; }

    /// <summary>
    /// The version of the product, from <see cref="WwnPermissionCheck.ClientVersion"/>. Null when that is not set.
    /// </summary>
    public int? ProductVersion { get; init; }

    /// <summary>What the user has to do.</summary>
    public WwnPermissionRemedy Remedy => AcceptedVersion < ProductVersion ? WwnPermissionRemedy.AcceptUpdate
        : Missing.IsEmpty ? WwnPermissionRemedy.None
        : WwnPermissionRemedy.AuthorizeAgain;

    /// <summary>The remedy as display text. Empty when there is nothing to do.</summary>
    public string Advice => Remedy switch
    {
        WwnPermissionRemedy.AcceptUpdate => $"{MissingText}The user has accepted version {AcceptedVersion} of the product's permissions, which are at {ProductVersion}. Ask them to accept the update in the Nest app.",
        WwnPermissionRemedy.AuthorizeAgain => $"{MissingText}Check in the developer console that the product has the permission, and ask the user to authorize again.",
        _ => "",
    };

    private string MissingText => Missing.IsEmpty ? "" : $"The permission is missing: {string.Join("; ", Missing.Select(static gap => $"{PermissionRule.Of(gap.Permission).Name} (for {PermissionRule.Of(gap.Permission).Grants})"))}. ";
}
