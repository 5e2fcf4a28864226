using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Live;

namespace Nest.Sdk.Testing;

/// <content>Users, permissions and blocked writes.</content>
public sealed partial class FakeNestServer
{
    /// <summary>
    /// Gets the first user, who has the home that the server was started with. <see cref="Home"/>,
    /// <see cref="AccessToken"/> and <see cref="Pin"/> belong to this user.
    /// </summary>
    public FakeNestUser User { get; }

    /// <summary>Gets all users in the order in which they were added.</summary>
    public IReadOnlyList<FakeNestUser> Users
    {
        get
        {
            lock (_users)
                return [.. _users];
        }
    }

    /// <summary>
    /// Gets the address of the consent page: <c>/login/oauth2</c> on the front port. Its parameters are
    /// <c>client_id</c>, <c>state</c> and optionally <c>redirect_uri</c>. See
    /// docs/protocol/works-with-nest.md#consent-page.
    /// </summary>
    public Uri AuthorizationEndpoint => new(Endpoint, OAuthPaths.Consent);

    /// <summary>
    /// Gets or sets whether the registered client is active. Default: true. No user can connect to an inactive client.
    /// Tokens stay valid.
    /// </summary>
    public bool IsClientActive
    {
        get => _client.IsActive;
        set => _client.IsActive = value;
    }

    /// <summary>
    /// Adds a user with a separate home and token. The home may have the same ids as another user's home.
    /// </summary>
    /// <param name="home">The initial home.</param>
    /// <exception cref="ObjectDisposedException">The fake was disposed, or its WireMock server was stopped.</exception>
    public FakeNestUser AddUser(FakeHome home)
    {
        ArgumentNullException.ThrowIfNull(home);
        ThrowIfStopped();
        lock (_users)
        {
            var live = new LiveHome(home.OfUser(_users.Count + 1), _time, _hub.Publish);
            var user = new FakeNestUser(live, _client, _tokens, _codes, _hub, _limiter);
            _users.Add(user);
            return user;
        }
    }

    /// <summary>
    /// Changes the permissions that the registered client requests. A token keeps the old permissions until its user
    /// accepts the new ones, by <see cref="FakeNestUser.AcceptPermissionsAsync"/> or by connecting again.
    /// </summary>
    /// <param name="permissions">The new permissions. The call has no effect when they equal the current ones.</param>
    public void ChangePermissions(FakePermissions permissions) => _client.ChangePermissions(permissions);

    /// <summary>
    /// Blocks writes to a device or structure of <see cref="User"/>, as <see cref="FakeNestUser.BlockWrites"/> does.
    /// </summary>
    /// <param name="id">The id of a device or structure.</param>
    /// <exception cref="ArgumentException">The home has no device or structure with this id.</exception>
    public IDisposable BlockWrites(string id) => User.BlockWrites(id);
}
