namespace Nest.Sdk.Testing.Authorization;

/// <summary>A user as the authorization endpoints know one: somebody with a home who can let the registered client in.</summary>
internal interface IHomeUser
{
    FakeHome Home { get; }

    /// <summary>Whether a token of the registered client is good.</summary>
    bool IsConnected { get; }

    string IssuePin();

    /// <summary>The user has consented: a new token for the client, which has what it asks for now with its older ones too.</summary>
    string Connect();
}
