using Nest.Sdk.Collections;

namespace Nest.Sdk.Wwn;

/// <summary>A permission that is missing, and what for.</summary>
public sealed record WwnPermissionGap
{
    /// <summary>The permission.</summary>
    public required WwnPermission Permission { get; init; }

    /// <summary>How that was noticed.</summary>
    public WwnPermissionGapReason Reason { get; init; }

    /// <summary>What of this home cannot be seen without it, as paths into the document, such as <c>/structures/ID/postal_code</c>.</summary>
    public EquatableArray<string> Paths { get; init; }
}
