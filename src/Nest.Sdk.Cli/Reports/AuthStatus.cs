using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Reports;

/// <summary>What is known of the token in use.</summary>
internal sealed record AuthStatus
{
    /// <summary>Null when the token comes from the environment.</summary>
    public string? Account { get; init; }

    public required string Source { get; init; }

    public bool HasToken { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the server takes it; null when it did not tell.</summary>
    public bool? IsAccepted { get; init; }

    /// <summary>Why it did not tell.</summary>
    public string? Trouble { get; init; }

    /// <summary>What the home shows of the product's permissions; null when it could not be looked at.</summary>
    public WwnPermissionStatus? Permissions { get; init; }

    public IReadOnlyList<string> Accounts { get; init; } = [];
}
