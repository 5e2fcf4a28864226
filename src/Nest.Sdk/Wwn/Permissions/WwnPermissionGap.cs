using Nest.Sdk.Collections;

namespace Nest.Sdk.Wwn;

/// <summary>A missing permission and the values that it would grant.</summary>
public sealed record WwnPermissionGap
{
    /// <summary>The permission.</summary>
    public required WwnPermission Permission { get; init; }

    /// <summary>How the gap was detected. Default: <see cref="WwnPermissionGapReason.Required"/>.</summary>
    public WwnPermissionGapReason Reason { get; init; }

    /// <summary>
    /// The values of this home that are missing without the permission, as paths into the document, such as
    /// <c>/structures/ID/postal_code</c>.
    /// </summary>
    public EquatableArray<string> Paths { get; init; }
}
