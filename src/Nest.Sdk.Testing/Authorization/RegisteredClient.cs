using System.Security.Cryptography;

namespace Nest.Sdk.Testing.Authorization;

/// <summary>The client (product) that is registered with the fake.</summary>
internal sealed class RegisteredClient(FakePermissions permissions, IReadOnlyList<string> redirectUris, int maxUsers)
{
    private readonly Lock _lock = new();
    private FakePermissions _permissions = permissions;
    private int _updates;

    public string Id { get; } = Guid.NewGuid().ToString();

    public string Secret { get; } = "FAKE" + RandomNumberGenerator.GetHexString(21);

    /// <summary>
    /// The registered redirect URIs. When empty, users get a PIN. See docs/protocol/works-with-nest.md#consent-page.
    /// </summary>
    public IReadOnlyList<string> RedirectUris { get; } = redirectUris;

    public int MaxUsers { get; } = maxUsers;

    public bool IsActive { get; set; } = true;

    /// <summary>The permissions that the client currently requests, and the number of changes to them.</summary>
    public (FakePermissions Permissions, int Updates) Terms
    {
        get
        {
            lock (_lock)
                return (_permissions, _updates);
        }
    }

    public void ChangePermissions(FakePermissions permissions)
    {
        lock (_lock)
        {
            if (_permissions != permissions)
                (_permissions, _updates) = (permissions, _updates + 1);
        }
    }
}
