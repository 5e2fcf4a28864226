namespace Nest.Sdk.Wwn;

/// <summary>Remembers where the entry endpoint sent a token, so that the next call goes there straight away. See docs/protocol/works-with-nest.md#redirects.</summary>
internal sealed class WwnOrigin(Uri endpoint)
{
    private volatile Remembered? _remembered;

    /// <summary>Where to send calls with this token.</summary>
    public Uri For(AccessToken token) => _remembered is { } remembered && remembered.Token.Equals(token) ? remembered.Origin : endpoint;

    /// <summary>Notes which address answered a call.</summary>
    public void Remember(AccessToken token, string path, Uri answered)
    {
        var origin = new Uri(answered.GetLeftPart(UriPartial.Authority));
        // Only an origin below which the same paths lie can be used for others than this one.
        if (For(token) != origin && WwnPath.Resolve(origin, path).AbsolutePath == answered.AbsolutePath)
            _remembered = new Remembered(token, origin);
    }

    /// <summary>Asks the entry endpoint again next time: after any trouble, since data hosts come and go.</summary>
    public void Forget() => _remembered = null;

    private sealed record Remembered(AccessToken Token, Uri Origin);
}
