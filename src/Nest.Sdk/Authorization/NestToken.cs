namespace Nest.Sdk;

/// <summary>What the server gives for a PIN or a code (reference §2.2).</summary>
public sealed record NestToken
{
    /// <summary>The token; masked in print and in JSON.</summary>
    public required AccessToken AccessToken { get; init; }

    /// <summary>When the token expires by what the server said, in UTC: ten years ahead as a rule; null when it did not say. For people only: the server decides, and this SDK never refuses a token by a clock.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
