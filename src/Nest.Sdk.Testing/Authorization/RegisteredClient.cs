using System.Security.Cryptography;

namespace Nest.Sdk.Testing.Authorization;

/// <summary>The one client (product) that is registered with the fake.</summary>
internal sealed class RegisteredClient(FakePermissions permissions, IReadOnlyList<string> redirectUris, int maxUsers)
{
    private readonly Lock _lock = new();
    private FakePermissions _permissions = permissions;
    private int _updates;

    public string Id { get; } = Guid.NewGuid().ToString();

    public string Secret { get; } = "FAKE" + RandomNumberGenerator.GetHexString(21);

    /// <summary>None means that users get a PIN (section 2.1).</summary>
    public IReadOnlyList<string> RedirectUris { get; } = redirectUris;

    public int MaxUsers { get; } = maxUsers;

    public bool IsActive { get; set; } = true;

    /// <summary>What it asks users for now, and how often that has changed.</summary>
    public (FakePermissions Permissions, int Updates) Terms
    {
        get
        {
            lock (_lock)
            {
                return (_permissions, _updates);
            }
        }
    }

    public void ChangePermissions(FakePermissions permissions)
    {
        lock (_lock)
        {
            if (_permissions != permissions)
            {
                (_permissions, _updates) = (permissions, _updates + 1);
            }
        }
    }
}
