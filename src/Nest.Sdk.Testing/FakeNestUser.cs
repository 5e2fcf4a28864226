using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Homes;
using Nest.Sdk.Testing.Live;
using Nest.Sdk.Testing.RateLimiting;
using Nest.Sdk.Testing.Streams;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing;

/// <summary>
/// A user of the fake, with a home and the tokens for it. <see cref="FakeNestServer.User"/> is the first one.
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
    /// Gets the token of the registered client, valid from the start. Each exchange of a PIN or code issues another.
    /// When this token is no longer valid, the property returns the oldest valid one.
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
    /// Gets the latest PIN. It has 8 characters, can be used once and is valid for 48 hours. See
    /// docs/protocol/works-with-nest.md#consent-page.
    /// </summary>
    public string Pin => Volatile.Read(ref _pin);

    bool IHomeUser.IsConnected => Array.Exists(Volatile.Read(ref _grants), IsGood);

    internal LiveHome LiveHome => _home;

    /// <summary>Issues a new PIN and returns it. It becomes <see cref="Pin"/>. Older PINs stay valid.</summary>
    public string IssuePin()
    {
        var pin = _codes.IssuePin(this);
        Volatile.Write(ref _pin, pin);
        return pin;
    }

    /// <summary>
    /// Issues a further token for this home, such as for another product of the user. <see cref="AccessToken"/> does
    /// not change.
    /// </summary>
    /// <param name="permissions">The permissions of the token. Default: all.</param>
    public string IssueToken(FakePermissions permissions = FakePermissions.All) => _tokens.Issue(_home, permissions).Token;

    /// <summary>
    /// Revokes a token. Its streams get <c>auth_revoked</c> and end. Later calls get 401. Has no effect when the token
    /// is no longer valid.
    /// </summary>
    /// <param name="token">
    /// The token. Default: every token of the registered client, as when the user withdraws the permission.
    /// </param>
    public Task RevokeTokenAsync(string? token = null)
    {
        var tokens = token is null ? Volatile.Read(ref _grants).Select(grant => grant.Token) : [token];
        return Task.WhenAll(tokens.Select(_tokens.Revoke).OfType<Grant>().Select(_hub.EndAsync).ToArray());
    }

    /// <summary>
    /// Accepts the current permissions of the registered client, set by <see cref="FakeNestServer.ChangePermissions"/>,
    /// on behalf of the user. The client's tokens get the new permissions, <c>client_version</c> increases, and the
    /// streams show it.
    /// </summary>
    public Task AcceptPermissionsAsync()
    {
        _home.ChangeViews(AcceptTerms);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Changes the home without checking the write rules, and sends a <c>put</c> to its streams. A stream at the root
    /// always gets one. A stream on a deeper path gets one only when its value changed.
    /// </summary>
    /// <param name="change">Receives the current home and returns the next one. Runs while the home is locked.</param>
    public Task ChangeAsync(Func<FakeHome, FakeHome> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _home.Change(change);
        return Task.CompletedTask;
    }

    /// <summary>Sets one value as <see cref="FakeHome.Set"/> does and sends the change to the streams.</summary>
    /// <param name="path">A path of the data model.</param>
    /// <param name="value">The value.</param>
    public Task SetAsync(string path, JsonNode? value) => ChangeAsync(home => home.Set(path, value));

    /// <summary>Removes one value as <see cref="FakeHome.Remove"/> does and sends the change to the streams.</summary>
    /// <param name="path">A path of the data model.</param>
    public Task RemoveAsync(string path) => ChangeAsync(home => home.Remove(path));

    /// <summary>
    /// Blocks writes to a device or structure of this user until the result is disposed. They are answered with 429
    /// <c>blocked</c>, as when a battery is low or there were too many writes. See
    /// docs/protocol/works-with-nest.md#rate-limits.
    /// </summary>
    /// <param name="id">The id of a device or structure.</param>
    /// <exception cref="ArgumentException">The home has no device or structure with this id.</exception>
    public IDisposable BlockWrites(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _home.ReadUpToDate(root => HomeJoins.HasOwner(root, id))
            ? _limiter.Block(_home, id)
            : throw new ArgumentException($"The home has no device or structure with the id '{id}'. Find ids by name with Home.ThermostatId, Home.StructureId and similar methods.", nameof(id));
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

    /// <summary>Applies the current permissions. Returns false when nothing changed.</summary>
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
