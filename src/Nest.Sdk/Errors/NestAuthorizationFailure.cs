namespace Nest.Sdk;

/// <summary>Why authorization failed.</summary>
public enum NestAuthorizationFailure
{
    /// <summary>The server refuses the token (401), or forbids it what was asked (403). The default.</summary>
    Denied = 0,

    /// <summary>The user or the product revoked the token (<c>auth_revoked</c> on the stream).</summary>
    Revoked,

    /// <summary>No token is configured.</summary>
    Missing,
}
