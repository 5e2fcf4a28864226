using System.Security.Cryptography;
using Nest.Sdk.Testing.Live;
using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing.Tokens;

/// <summary>The valid tokens and their grants. <paramref name="onExpired"/> is called when a token expires.</summary>
internal sealed class TokenRegistry(TimeProvider time, TimeSpan lifetime, Action<Grant> onExpired) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (Grant Grant, DueTimer Expiry)> _grants = new(StringComparer.Ordinal);
    private readonly List<string> _ever = [];

    public TimeSpan Lifetime => lifetime;

    /// <summary>Every token issued so far, in order.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock)
                return [.. _ever];
        }
    }

    public Grant Issue(LiveHome home, FakePermissions permissions)
    {
        // About as long as a real one (see docs/protocol/works-with-nest.md#token-exchange), and recognizable as fake.
        var token = "c.FAKE-" + RandomNumberGenerator.GetHexString(140);
        var grant = new Grant(token, new HomeView(home, token, permissions), time.GetUtcNow() + lifetime);
        var expiry = new DueTimer(time, () => Expire(grant));
        lock (_lock)
        {
            _grants[grant.Token] = (grant, expiry);
            _ever.Add(grant.Token);
        }

        expiry.Set(grant.Expires);
        return grant;
    }

    /// <summary>Returns the grant of a token. Null when the token is unknown, revoked or expired.</summary>
    public Grant? Find(string? token)
    {
        lock (_lock)
            return token is not null && _grants.TryGetValue(token, out var found) && time.GetUtcNow() < found.Grant.Expires ? found.Grant : null;
    }

    public bool IsValid(string? token) => Find(token) is not null;

    /// <summary>Revokes a token and returns its grant. Null when the token is not valid.</summary>
    public Grant? Revoke(string token)
    {
        lock (_lock)
        {
            if (!_grants.Remove(token, out var found))
                return null;

            found.Expiry.Dispose();
            return found.Grant;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var (_, expiry) in _grants.Values)
                expiry.Dispose();
        }
    }

    private void Expire(Grant grant)
    {
        if (Revoke(grant.Token) is not null)
            onExpired(grant);
    }
}
