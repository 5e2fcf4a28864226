using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Homes;
using Nest.Sdk.Testing.Live;
using Nest.Sdk.Testing.RateLimiting;
using Nest.Sdk.Testing.Streams;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing;

/// <summary>
/// One user of the fake: a home, and the tokens that open it. <see cref="FakeNestServer.User"/> is the first one.
/// </summary>
public sealed class FakeNestUser : IHomeUser
{
    private readonly LiveHome _home;
    private readonly RegisteredClient _client;
    private readonly TokenRegistry _tokens;
    private readonly CodeRegistry _codes;
    private readonly StreamHub _hub;
    private readonly RateLimiter _limiter;
    private readonly Lock _lock = new();
    private Grant[] _grants;
    private string _pin;

    internal FakeNestUser(LiveHome home, RegisteredClient client, TokenRegistry tokens, CodeRegistry codes, StreamHub hub, RateLimiter limiter)
    {
        (_home, _client, _tokens, _codes, _hub, _limiter) = (home, client, tokens, codes, hub, limiter);
        _grants = [IssueToClient()];
        _pin = codes.IssuePin(this);
    }

    /// <summary>Gets a copy of the current home.</summary>
    public FakeHome Home => _home.Current;

    /// <summary>
    /// The token of the registered client, valid from the start. Each exchange of a PIN or code adds another. When this
    /// one is no longer valid, the oldest valid one takes its place.
    /// </summary>
    public string AccessToken
    {
        get
        {
            var grants = Volatile.Read(ref _grants);
            return (Array.Find(grants, IsGood) ?? grants[^1]).Token;
        }
    }

    /// <summary>
    /// The latest PIN: 8 characters, works once and for 48 hours (see docs/protocol/works-with-nest.md#consent-page).
    /// </summary>
    public string Pin => Volatile.Read(ref _pin);

    bool IHomeUser.IsConnected => Array.Exists(Volatile.Read(ref _grants), IsGood);

    internal LiveHome LiveHome => _home;

    /// <summary>Makes another PIN, which is <see cref="Pin"/> from now on. Older ones stay valid.</summary>
    public string IssuePin()
    {
        var pin = _codes.IssuePin(this);
        Volatile.Write(ref _pin, pin);
        return pin;
    }

    /// <summary>
    /// Makes a further token for this home, as another product of the user would hold it. <see cref="AccessToken"/>
    /// stays what it is.
    /// </summary>
    /// <param name="permissions">What it may see and write; everything by default.</param>
    public string IssueToken(FakePermissions permissions = FakePermissions.All) => _tokens.Issue(_home, permissions).Token;

    /// <summary>
    /// Revokes a token: its streams get <c>auth_revoked</c> and end, later calls get 401. Does nothing when it is no
    /// longer valid.
    /// </summary>
    /// <param name="token">
    /// The token; by default every token that the registered client got, as when the user withdraws the permission.
    /// </param>
    public Task RevokeTokenAsync(string? token = null)
    {
        var tokens = token is null ? Volatile.Read(ref _grants).Select(grant => grant.Token) : [token];
        return Task.WhenAll(tokens.Select(_tokens.Revoke).OfType<Grant>().Select(_hub.EndAsync).ToArray());
    }

    /// <summary>
    /// The user accepts what the registered client asks for now, see <see cref="FakeNestServer.ChangePermissions"/>:
    /// its tokens get the new permissions, <c>client_version</c> grows, and their streams show it.
    /// </summary>
    public Task AcceptPermissionsAsync()
    {
        _home.ChangeViews(AcceptTerms);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Changes the home and sends a <c>put</c> to every stream of it: at the root always, deeper only when that value
    /// changed. Skips the rules.
    /// </summary>
    /// <param name="change">Receives the current home and returns the next one. Runs while the home is locked.</param>
    public Task ChangeAsync(Func<FakeHome, FakeHome> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _home.Change(change);
        return Task.CompletedTask;
    }

    /// <summary>Sets one value as <see cref="FakeHome.Set"/> does and sends it to the streams.</summary>
    /// <param name="path">A path of the data model.</param>
    /// <param name="value">The value.</param>
    public Task SetAsync(string path, JsonNode? value) => ChangeAsync(home => home.Set(path, value));

    /// <summary>Removes one value as <see cref="FakeHome.Remove"/> does and sends it to the streams.</summary>
    /// <param name="path">A path of the data model.</param>
    public Task RemoveAsync(string path) => ChangeAsync(home => home.Remove(path));

    /// <summary>
    /// From now on every write to a device or structure of this user is answered with 429 <c>blocked</c>, as when its
    /// battery is low or it was written to too often (see docs/protocol/works-with-nest.md#rate-limits), until the
    /// result is disposed.
    /// </summary>
    /// <param name="id">The id of a device or structure.</param>
    /// <exception cref="ArgumentException">The home has no device or structure with this id.</exception>
    public IDisposable BlockWrites(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _home.ReadUpToDate(root => HomeJoins.HasOwner(root, id))
            ? _limiter.Block(_home, id)
            : throw new ArgumentException($"The home has no device or structure with the id '{id}'. Home.ThermostatId, StructureId and so on find ids by name.", nameof(id));
    }

    string IHomeUser.Connect()
    {
        lock (_lock)
        {
            _home.ChangeViews(AcceptTerms);
            var grant = IssueToClient();
            Volatile.Write(ref _grants, [.. _grants.Where(IsGood), grant]);
            return grant.Token;
        }
    }

    private bool IsGood(Grant grant) => _tokens.IsValid(grant.Token);

    private Grant IssueToClient()
    {
        var (permissions, updates) = _client.Terms;
        var grant = _tokens.Issue(_home, permissions);
        grant.View.Accept(permissions, updates);
        return grant;
    }

    /// <summary>Returns false when nothing changed.</summary>
    private bool AcceptTerms()
    {
        var (permissions, updates) = _client.Terms;
        var isNew = false;
        foreach (var grant in Volatile.Read(ref _grants).Where(IsGood))
        {
            isNew |= grant.View.AcceptedUpdates != updates;
            grant.View.Accept(permissions, updates);
        }

        return isNew;
    }
}
