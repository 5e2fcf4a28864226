using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Reports;

/// <summary>What is known about the token in use.</summary>
internal sealed record AuthStatus
{
    /// <summary>Null when the token comes from the environment.</summary>
    public string? Account { get; init; }

    public required string Source { get; init; }

    /// <summary>The service of the token.</summary>
    public required NestBackend Backend { get; init; }

    public bool HasToken { get; init; }

    /// <summary>The Device Access project. Null for Works with Nest, or when it is not set.</summary>
    public string? Project { get; init; }

    /// <summary>The Pub/Sub subscription. Null when there is none.</summary>
    public string? Subscription { get; init; }

    /// <summary>The stored token of Google, with the times of the authorization. Null when there is none.</summary>
    public NestToken? Granted { get; init; }

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
