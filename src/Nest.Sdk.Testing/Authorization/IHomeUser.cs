namespace Nest.Sdk.Testing.Authorization;

/// <summary>
/// A user, as the authorization endpoints see one: a person with a home who can authorize the registered client.
/// </summary>
internal interface IHomeUser
{
    FakeHome Home { get; }

    /// <summary>Whether the registered client has a valid token.</summary>
    bool IsConnected { get; }

    string IssuePin();

    /// <summary>
    /// Issues a token to the client after the user has consented. Its older tokens get the current permissions too.
    /// </summary>
    string Connect();
}
