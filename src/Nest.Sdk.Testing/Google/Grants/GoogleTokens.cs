using System.Security.Cryptography;

namespace Nest.Sdk.Testing.Google.Grants;

/// <summary>
/// The access and refresh tokens. A refresh token ends with its grant: revoked, unused for six months, or seven days
/// old while the consent screen is in testing. See docs/protocol/smart-device-management.md#token-lifetimes.
/// </summary>
internal sealed class GoogleTokens(TimeProvider time, TimeSpan lifetime)
{
    private static readonly TimeSpan LongestInTesting = TimeSpan.FromDays(7);

    // Six months.
    private static readonly TimeSpan LongestUnused = TimeSpan.FromDays(183);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (GoogleGrant Grant, DateTimeOffset Expires)> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GoogleGrant> _refresh = new(StringComparer.Ordinal);
    private readonly List<string> _accessEver = [];

    /// <summary>Whether the consent screen is in testing, so that a grant ends after seven days.</summary>
    public bool IsTesting { get; set; }

    /// <summary>What an answer says about the lifetime: a second less than it is, as Google does.</summary>
    public long ExpiresIn => Math.Max(1, (long)lifetime.TotalSeconds - 1);

    /// <summary>Every access token issued so far, in order.</summary>
    public IReadOnlyList<string> AccessEver
    {
        get
        {
            lock (_lock)
                return [.. _accessEver];
        }
    }

    /// <summary>Every token issued so far.</summary>
    public IReadOnlyList<string> Ever
    {
        get
        {
            lock (_lock)
                return [.. _accessEver, .. _refresh.Keys];
        }
    }

    public string IssueAccess(GoogleGrant grant)
    {
        var token = "ya29.FAKE-" + RandomNumberGenerator.GetHexString(180);
        lock (_lock)
        {
            grant.Used = time.GetUtcNow();
            _access[token] = (grant, grant.Used + lifetime);
            _accessEver.Add(token);
        }

        return token;
    }

    public string IssueRefresh(GoogleGrant grant)
    {
        var token = "1//0FAKE-" + RandomNumberGenerator.GetHexString(94);
        lock (_lock)
            _refresh[token] = grant;

        return token;
    }

    /// <summary>
    /// Returns the grant of an access token. Null when the token is unknown, revoked or expired.
    /// </summary>
    public GoogleGrant? Find(string? token)
    {
        lock (_lock)
            return token is not null && _access.TryGetValue(token, out var found) && !found.Grant.IsRevoked && time.GetUtcNow() < found.Expires ? found.Grant : null;
    }

    public bool IsValid(string? token) => Find(token) is not null;

    /// <summary>
    /// Returns the grant of a refresh token, and whether it is alive. Null for a token that the fake never issued.
    /// </summary>
    public (GoogleGrant Grant, bool IsAlive)? FindRefresh(string token)
    {
        lock (_lock)
            return _refresh.TryGetValue(token, out var grant) ? (grant, IsAlive(grant)) : null;
    }

    /// <summary>Returns whether a user has a live grant with a refresh token for a client.</summary>
    public bool IsConnected(GoogleAccount account, string clientId)
    {
        lock (_lock)
            return _refresh.Values.Any(grant => grant.Account == account && grant.ClientId == clientId && IsAlive(grant));
    }

    /// <summary>Returns the oldest live refresh token of a user, otherwise the latest one.</summary>
    public string? RefreshOf(GoogleAccount account)
    {
        lock (_lock)
        {
            var own = _refresh.Where(entry => entry.Value.Account == account).ToList();
            return own.Find(entry => IsAlive(entry.Value)).Key ?? own.LastOrDefault().Key;
        }
    }

    /// <summary>Ends every access token. Refresh tokens stay valid.</summary>
    public void ExpireAccess()
    {
        lock (_lock)
            _access.Clear();
    }

    /// <summary>Revokes every grant of a user.</summary>
    public void Revoke(GoogleAccount account)
    {
        lock (_lock)
        {
            foreach (var grant in _refresh.Values.Concat(_access.Values.Select(each => each.Grant)).Where(grant => grant.Account == account))
                grant.IsRevoked = true;
        }
    }

    /// <summary>Revokes the grant of an access or refresh token. Returns false when the token is not valid.</summary>
    public bool Revoke(string token)
    {
        lock (_lock)
        {
            var grant = _access.TryGetValue(token, out var access) ? access.Grant : _refresh.GetValueOrDefault(token);
            if (grant is null || !IsAlive(grant))
                return false;

            grant.IsRevoked = true;
            return true;
        }
    }

    /// <summary>
    /// Returns whether a grant is alive. One that has ended stays so, even when the clock is set back.
    /// </summary>
    private bool IsAlive(GoogleGrant grant)
    {
        var now = time.GetUtcNow();
        grant.HasEnded |= now - grant.Used > LongestUnused || (IsTesting && now - grant.Given >= LongestInTesting);
        return !grant.IsRevoked && !grant.HasEnded;
    }
}
