namespace Nest.Sdk.Providers;

/// <summary>The backend that a client's options name. Only the <c>Use…</c> method of a backend refers to it, so that a trimmed program carries no other.</summary>
internal abstract class BackendRegistration
{
    /// <summary>Which backend it is.</summary>
    public abstract NestBackend Backend { get; }

    /// <summary>Takes the tokens of an account from a store, unless the options say where they come from.</summary>
    /// <param name="store">Gets the store.</param>
    /// <param name="account">The account.</param>
    public virtual void UseStore(Func<INestTokenStore> store, string account)
    {
    }

    /// <summary>Validates the backend's own options. Each message states the value and the fix.</summary>
    public abstract IEnumerable<string> Failures();

    /// <summary>Builds the backend of one client. The options are valid; they are read here and never again.</summary>
    public abstract INestProvider Create(BackendParts parts);
}
