namespace Nest.Sdk.Sdm;

/// <summary>One attempt of an authorization: the page for the user, and what the program keeps until the redirect.</summary>
public sealed class SdmAuthorizationRequest
{
    internal SdmAuthorizationRequest(Uri address, string state, string? codeVerifier) => (Address, State, CodeVerifier) = (address, state, codeVerifier);

    /// <summary>The address of the page on which the user picks homes and consents. It includes the state.</summary>
    public Uri Address { get; }

    /// <summary>
    /// The value that the redirect must return. Store it where only the user's browser can return it: in a web
    /// application, in a cookie or session.
    /// </summary>
    public string State { get; }

    /// <summary>
    /// The secret of PKCE that the exchange sends. Null without <see cref="SdmAuthorizationOptions.UsePkce"/>. Never
    /// log it.
    /// </summary>
    public string? CodeVerifier { get; }
}
