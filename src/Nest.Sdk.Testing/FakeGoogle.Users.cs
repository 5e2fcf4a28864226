using Nest.Sdk.Testing.Google.Grants;
using Nest.Sdk.Testing.Google.Publishing;
using Nest.Sdk.Testing.Live;

namespace Nest.Sdk.Testing;

/// <content>Users and their grants.</content>
public sealed partial class FakeGoogle
{
    /// <summary>
    /// Gets the first user. <see cref="Home"/>, <see cref="RefreshToken"/> and <see cref="AccessToken"/> belong to this
    /// user.
    /// </summary>
    public FakeGoogleUser User => Users[0];

    /// <summary>Gets all users in the order in which they were added.</summary>
    public IReadOnlyList<FakeGoogleUser> Users
    {
        get
        {
            lock (_users)
                return [.. _users];
        }
    }

    /// <summary>Adds a user with a separate home, who has granted all of it.</summary>
    /// <param name="home">The initial home.</param>
    /// <exception cref="ObjectDisposedException">The fake was disposed, or its WireMock server was stopped.</exception>
    public FakeGoogleUser AddUser(FakeHome home)
    {
        ArgumentNullException.ThrowIfNull(home);
        ThrowIfStopped();
        lock (_users)
        {
            var live = new LiveHome(home.OfUser(_users.Count + 1), _time, static _ => { });
            _homes.Add(live);
            return Add(live);
        }
    }

    /// <summary>
    /// Adds a user who has the home of a user of Works with Nest. A change through one service is seen by both.
    /// </summary>
    /// <param name="user">The user of a running <see cref="FakeNestServer"/>.</param>
    /// <exception cref="ObjectDisposedException">The fake was disposed, or its WireMock server was stopped.</exception>
    public FakeGoogleUser AddUser(FakeNestUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        ThrowIfStopped();
        lock (_users)
            return Add(user.LiveHome);
    }

    /// <inheritdoc cref="FakeGoogleUser.CreateCode"/>
    public string CreateCode(string redirectUri = "https://www.google.com", params IReadOnlyList<string> scopes) => User.CreateCode(redirectUri, scopes);

    /// <summary>Ends every access token of every user, as after their hour. Refresh tokens stay valid.</summary>
    public void ExpireAccessTokens() => _tokens.ExpireAccess();

    /// <summary>Revokes every grant of <see cref="User"/>, as <see cref="FakeGoogleUser.RevokeGrant"/> does.</summary>
    public void RevokeGrant() => User.RevokeGrant();

    /// <summary>
    /// Deletes the OAuth client and creates another, with a new id and secret. The old id is answered with
    /// <c>deleted_client</c>, and its refresh tokens with <c>unauthorized_client</c> to the new one. Access tokens stay
    /// valid. See docs/protocol/smart-device-management.md#authorization-errors.
    /// </summary>
    public void ReplaceClient() => _client.Replace();

    /// <summary>
    /// Gets or sets whether the OAuth consent screen is in testing, so that refresh tokens end seven days after the
    /// consent, by the clock of the fake. Default: false. See
    /// docs/protocol/smart-device-management.md#token-lifetimes.
    /// </summary>
    public bool ConsentIsTesting
    {
        get => _tokens.IsTesting;
        set => _tokens.IsTesting = value;
    }

    /// <summary>
    /// Gets or sets whether the SDM API is enabled in the Google Cloud project. Default: true. Otherwise, calls are
    /// answered with 403 and the reason <c>SERVICE_DISABLED</c>.
    /// </summary>
    public bool IsApiEnabled
    {
        get => _client.IsApiEnabled;
        set => _client.IsApiEnabled = value;
    }

    /// <summary>
    /// Gets or sets whether the Device Access project is active. Default: true. Otherwise, no user can link to it, and
    /// calls are answered with 403.
    /// </summary>
    public bool IsProjectActive
    {
        get => _client.IsProjectActive;
        set => _client.IsProjectActive = value;
    }

    private FakeGoogleUser Add(LiveHome home)
    {
        var account = new GoogleAccount(home);
        var publisher = home.Locked(() =>
        {
            var created = new HomePublisher(account, ProjectId, _outbox, () => Volatile.Read(ref _silences) > 0, () => new Uri(SdmEndpoint, "clips/"));
            _homes.Add(home.Follow(_ =>
            {
                created.OnChanged();
                _signal.Notify();
            }));
            return created;
        });
        account.Listed = grant => publisher.OnListed(grant, _broker.NextNumber());
        var user = new FakeGoogleUser(account, publisher, _scopes, _client, _tokens, _codes, _time);
        _users.Add(user);
        return user;
    }
}
