namespace Nest.Sdk.Providers;

/// <summary>
/// The backend that a client's options choose. Only the <c>Use…</c> method of a backend refers to its registration, so
/// that a trimmed program includes no other backend.
/// </summary>
internal abstract class BackendRegistration
{
    /// <summary>The backend.</summary>
    public abstract NestBackend Backend { get; }

    /// <summary>Uses the tokens of an account in a store, unless the options set another source.</summary>
    /// <param name="store">Gets the store.</param>
    /// <param name="account">The account.</param>
    public virtual void UseStore(Func<INestTokenStore> store, string account)
    {
    }

    /// <summary>Validates the backend's own options. Each message states the value and the fix.</summary>
    public abstract IEnumerable<string> Failures();

    /// <summary>Builds the backend of one client. The options are valid and are read once, by this call.</summary>
    public abstract INestProvider Create(BackendParts parts);
}
