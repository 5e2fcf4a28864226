using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Live;

namespace Nest.Sdk.Testing;

/// <content>Users, what the registered client may do with their homes, and how often.</content>
public sealed partial class FakeNestServer
{
    /// <summary>
    /// The first user, whose home the server was started with. <see cref="Home"/>, <see cref="AccessToken"/> and
    /// <see cref="Pin"/> are this user's.
    /// </summary>
    public FakeNestUser User { get; }

    /// <summary>All users in the order they came.</summary>
    public IReadOnlyList<FakeNestUser> Users
    {
        get
        {
            lock (_users)
                return [.. _users];
        }
    }

    /// <summary>
    /// The consent page: <c>/login/oauth2</c> on the front port. It takes <c>client_id</c>, <c>state</c> and optionally
    /// <c>redirect_uri</c> (see docs/protocol/works-with-nest.md#consent-page).
    /// </summary>
    public Uri AuthorizationEndpoint => new(Endpoint, OAuthPaths.Consent);

    /// <summary>
    /// Whether the registered client is active; true at the start. While it is not, no user can connect to it. Tokens
    /// stay valid.
    /// </summary>
    public bool IsClientActive
    {
        get => _client.IsActive;
        set => _client.IsActive = value;
    }

    /// <summary>Adds a user with a home and a token of its own. Ids may be those of another user's home.</summary>
    /// <param name="home">The home to begin with.</param>
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
    /// Changes the permissions that the registered client asks for. A token keeps the old ones until its user accepts
    /// (<see cref="FakeNestUser.AcceptPermissionsAsync"/>, or by connecting again).
    /// </summary>
    /// <param name="permissions">The new permissions. The same as before changes nothing.</param>
    public void ChangePermissions(FakePermissions permissions) => _client.ChangePermissions(permissions);

    /// <summary>
    /// Blocks a device or structure of <see cref="User"/> as <see cref="FakeNestUser.BlockWrites"/> does.
    /// </summary>
    /// <param name="id">The id of a device or structure.</param>
    /// <exception cref="ArgumentException">The home has no device or structure with this id.</exception>
    public IDisposable BlockWrites(string id) => User.BlockWrites(id);
}
