namespace Nest.Sdk.Testing.Tokens;

/// <summary>What one token grants, and until when.</summary>
internal sealed class Grant(string token, HomeView view, DateTimeOffset expires)
{
    public string Token { get; } = token;

    public HomeView View { get; } = view;

    public DateTimeOffset Expires { get; } = expires;
}
