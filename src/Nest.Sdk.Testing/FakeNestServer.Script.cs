using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing;

/// <content>Changes made by a test.</content>
public sealed partial class FakeNestServer
{
    /// <summary>
    /// Changes the home without checking the write rules, and sends a <c>put</c> to the streams. A stream at the root
    /// always gets one. A stream on a deeper path gets one only when its value changed.
    /// </summary>
    /// <param name="change">Receives the current home and returns the next one. Runs while the home is locked.</param>
    /// <exception cref="ObjectDisposedException">The fake was disposed, or its WireMock server was stopped.</exception>
    public Task ChangeAsync(Func<FakeHome, FakeHome> change)
    {
        ThrowIfStopped();
        return User.ChangeAsync(change);
    }

    /// <summary>Sets one value as <see cref="FakeHome.Set"/> does and sends the change to the streams.</summary>
    /// <param name="path">A path of the data model.</param>
    /// <param name="value">The value.</param>
    public Task SetAsync(string path, JsonNode? value) => ChangeAsync(home => home.Set(path, value));

    /// <summary>Removes one value as <see cref="FakeHome.Remove"/> does and sends the change to the streams.</summary>
    /// <param name="path">A path of the data model.</param>
    public Task RemoveAsync(string path) => ChangeAsync(home => home.Remove(path));

    /// <summary>Gets the script of faults, for calls and for open streams.</summary>
    public FaultScript Faults { get; }

    /// <summary>
    /// Revokes a token of any user. Its streams get <c>auth_revoked</c> and end. Later calls get 401. A PIN can be
    /// exchanged for a new token.
    /// </summary>
    /// <param name="token">
    /// The token. Default: every token that <see cref="User"/> granted to the registered client, as when this user
    /// withdraws the permission.
    /// </param>
    public Task RevokeTokenAsync(string? token = null) => User.RevokeTokenAsync(token);

    /// <summary>Issues a new PIN and returns it. It becomes <see cref="Pin"/>. Older PINs stay valid.</summary>
    public string IssuePin() => User.IssuePin();
}
