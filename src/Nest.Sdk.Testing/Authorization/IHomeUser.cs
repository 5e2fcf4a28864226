namespace Nest.Sdk.Testing.Authorization;

/// <summary>The authorization endpoints' view of a user, who can authorize the registered client for a home.</summary>
internal interface IHomeUser
{
    FakeHome Home { get; }

    /// <summary>Whether the registered client has a valid token of this user.</summary>
    bool IsConnected { get; }

    string IssuePin();

    /// <summary>
    /// Issues a token to the client after the user has consented. The client's older tokens get the current permissions
    /// too.
    /// </summary>
    string Connect();
}
