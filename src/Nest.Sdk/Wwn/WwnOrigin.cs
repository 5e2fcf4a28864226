namespace Nest.Sdk.Wwn;

/// <summary>
/// Remembers the redirect of the entry endpoint for a token, so that the next call goes directly to the data host. See
/// docs/protocol/works-with-nest.md#redirects.
/// </summary>
internal sealed class WwnOrigin(Uri endpoint)
{
    private volatile Remembered? _remembered;

    /// <summary>Gets the origin for calls with this token.</summary>
    public Uri For(AccessToken token) => _remembered is { } remembered && remembered.Token.Equals(token) ? remembered.Origin : endpoint;

    /// <summary>Notes the address that answered a call.</summary>
    public void Remember(AccessToken token, string path, Uri answered)
    {
        var origin = new Uri(answered.GetLeftPart(UriPartial.Authority));
        // Only an origin with the same paths can be used for other paths too.
        if (For(token) != origin && WwnPath.Resolve(origin, path).AbsolutePath == answered.AbsolutePath)
            _remembered = new Remembered(token, origin);
    }

    /// <summary>
    /// Makes the next call use the entry endpoint again. Called after any failure, because data hosts change.
    /// </summary>
    public void Forget() => _remembered = null;

    private sealed record Remembered(AccessToken Token, Uri Origin);
}
