using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Reports;

/// <summary>What is known about the token in use.</summary>
internal sealed record AuthStatus
{
    /// <summary>Null when the token comes from the environment.</summary>
    public string? Account { get; init; }

    public required string Source { get; init; }

    public bool HasToken { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the server accepts the token. Null when it is unknown.</summary>
    public bool? IsAccepted { get; init; }

    /// <summary>Why it is unknown whether the server accepts the token.</summary>
    public string? Trouble { get; init; }

    /// <summary>
    /// The product's permissions, as far as the home shows them. Null when the home could not be read.
    /// </summary>
    public WwnPermissionStatus? Permissions { get; init; }

    public IReadOnlyList<string> Accounts { get; init; } = [];
}
