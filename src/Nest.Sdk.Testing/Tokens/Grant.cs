namespace Nest.Sdk.Testing.Tokens;

/// <summary>The access that a token grants, and its expiry.</summary>
internal sealed class Grant(string token, HomeView view, DateTimeOffset expires)
{
    public string Token { get; } = token;

    public HomeView View { get; } = view;

    public DateTimeOffset Expires { get; } = expires;
}
