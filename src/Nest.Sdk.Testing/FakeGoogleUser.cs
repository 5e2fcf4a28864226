using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Google;
using Nest.Sdk.Testing.Google.Grants;
using Nest.Sdk.Testing.Google.Publishing;

namespace Nest.Sdk.Testing;

/// <summary>
/// A user of the fake Google, with a home and the tokens for it. <see cref="FakeGoogle.User"/> is the first one.
/// </summary>
public sealed class FakeGoogleUser
{
    private readonly HomePublisher _publisher;
    private readonly GoogleClient _client;
    private readonly GoogleTokens _tokens;
    private readonly GoogleCodes _codes;
    private readonly TimeProvider _time;

    internal FakeGoogleUser(GoogleAccount account, HomePublisher publisher, IReadOnlyList<string> scopes, GoogleClient client, GoogleTokens tokens, GoogleCodes codes, TimeProvider time)
    {
        (Account, _publisher, _client, _tokens, _codes, _time) = (account, publisher, client, tokens, codes, time);
        var grant = new GoogleGrant(account, client.Id, scopes, Picks.Everything, time.GetUtcNow());
        AccessToken = tokens.IssueAccess(grant);
        tokens.IssueRefresh(grant);
    }

    internal GoogleAccount Account { get; }

    /// <summary>
    /// Gets the obfuscated id of the user, which the response header <c>user-id</c> contains. See
    /// docs/protocol/smart-device-management.md#hosts-headers-formats.
    /// </summary>
    public string Id => Account.Id;

    /// <summary>Gets a copy of the current home.</summary>
    public FakeHome Home => Account.Home.Current;

    /// <summary>
    /// Gets the refresh token of the user, valid from the start. When it is no longer valid, the property returns the
    /// oldest valid one that an exchange issued.
    /// </summary>
    public string RefreshToken => _tokens.RefreshOf(Account)!;

    /// <summary>
    /// Gets the first access token of the user, valid from the start for
    /// <see cref="FakeGoogleOptions.TokenLifetime"/>. <see cref="IssueAccessToken"/> issues further ones.
    /// </summary>
    public string AccessToken { get; }

    /// <summary>Issues a further access token, as a consent to these scopes would.</summary>
    /// <param name="scopes">The scopes, as full addresses. Default: <c>sdm.service</c> alone.</param>
    /// <exception cref="ArgumentException">A scope is unknown.</exception>
    public string IssueAccessToken(params IReadOnlyList<string> scopes) =>
        _tokens.IssueAccess(new GoogleGrant(Account, _client.Id, Known(scopes), Picks.Everything, _time.GetUtcNow()));

    /// <summary>
    /// Returns a code, as if the user had granted the whole home on the partner page just now, with
    /// <c>access_type=offline</c> and <c>prompt=consent</c>. It works once and for 10 minutes.
    /// </summary>
    /// <param name="redirectUri">
    /// The redirect URI of the page, which the exchange must repeat byte by byte. Default:
    /// <c>https://www.google.com</c>.
    /// </param>
    /// <param name="scopes">The granted scopes, as full addresses. Default: <c>sdm.service</c> alone.</param>
    /// <exception cref="ArgumentException">A scope is unknown.</exception>
    public string CreateCode(string redirectUri = "https://www.google.com", params IReadOnlyList<string> scopes)
    {
        ArgumentException.ThrowIfNullOrEmpty(redirectUri);
        return _codes.Issue(new GoogleConsent(Account, _client.Id, redirectUri, Known(scopes), Picks.Everything) { IsOffline = true, IsPrompted = true });
    }

    /// <summary>
    /// Revokes every grant, as when the user removes the access in the Google account. Access tokens are answered with
    /// 401, and refresh tokens with <c>invalid_grant</c>.
    /// </summary>
    public void RevokeGrant() => _tokens.Revoke(Account);

    /// <summary>Changes the home without checking the write rules.</summary>
    /// <param name="change">Receives the current home and returns the next one. Runs while the home is locked.</param>
    public Task ChangeAsync(Func<FakeHome, FakeHome> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Account.Home.Change(change);
        return Task.CompletedTask;
    }

    /// <summary>Sets one value as <see cref="FakeHome.Set"/> does.</summary>
    /// <param name="path">A path of the data model of Works with Nest.</param>
    /// <param name="value">The value.</param>
    public Task SetAsync(string path, JsonNode? value) => ChangeAsync(home => home.Set(path, value));

    /// <summary>Removes one value as <see cref="FakeHome.Remove"/> does.</summary>
    /// <param name="path">A path of the data model of Works with Nest.</param>
    public Task RemoveAsync(string path) => ChangeAsync(home => home.Remove(path));

    /// <summary>
    /// Rings a doorbell. A legacy model publishes one message with a chime. A newer one publishes two of one thread:
    /// the second ends it and has the clip. As with Google, nothing is published before the devices of the user were
    /// listed. See docs/protocol/smart-device-management.md#threads.
    /// </summary>
    /// <param name="cameraId">The id of a camera with the trait <c>DoorbellChime</c>.</param>
    /// <exception cref="ArgumentException">The home has no such doorbell.</exception>
    public Task RingAsync(string cameraId)
    {
        ArgumentNullException.ThrowIfNull(cameraId);
        _publisher.Ring(cameraId);
        return Task.CompletedTask;
    }

    private static IReadOnlyList<string> Known(IReadOnlyList<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Count == 0)
            return [GoogleScopes.Sdm];

        return scopes.FirstOrDefault(scope => !GoogleScopes.IsKnown(scope)) is { } unknown
            ? throw new ArgumentException($"The scope '{unknown}' is unknown. Use whole addresses, such as {GoogleScopes.Sdm}.", nameof(scopes))
            : [.. scopes];
    }
}
