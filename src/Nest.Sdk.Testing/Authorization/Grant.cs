using Nest.Sdk.Testing.Data;

namespace Nest.Sdk.Testing.Authorization;

/// <summary>What one token opens. Its permissions are read and changed under the lock of its home.</summary>
internal sealed class Grant(string token, LiveHome home, FakePermissions permissions, DateTimeOffset expires)
{
    public string Token { get; } = token;

    public LiveHome Home { get; } = home;

    public DateTimeOffset Expires { get; } = expires;

    public FakePermissions Permissions { get; private set; } = permissions;

    /// <summary>How many changes of the client's permissions the user has accepted since.</summary>
    public int AcceptedUpdates { get; private set; }

    public void Accept(FakePermissions permissions, int updates) => (Permissions, AcceptedUpdates) = (permissions, updates);
}
