using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing;

/// <content>What a test changes.</content>
public sealed partial class FakeNestServer
{
    /// <summary>
    /// Changes the home and sends a <c>put</c> to every stream: at the root always, deeper only when that value
    /// changed. Skips the rules.
    /// </summary>
    /// <param name="change">Receives the current home and returns the next one. Runs while the home is locked.</param>
    /// <exception cref="ObjectDisposedException">The fake was disposed, or its WireMock server was stopped.</exception>
    public Task ChangeAsync(Func<FakeHome, FakeHome> change)
    {
        ThrowIfStopped();
        return User.ChangeAsync(change);
    }

    /// <summary>Sets one value as <see cref="FakeHome.Set"/> does and sends it to the streams.</summary>
    /// <param name="path">A path of the data model.</param>
    /// <param name="value">The value.</param>
    public Task SetAsync(string path, JsonNode? value) => ChangeAsync(home => home.Set(path, value));

    /// <summary>Removes one value as <see cref="FakeHome.Remove"/> does and sends it to the streams.</summary>
    /// <param name="path">A path of the data model.</param>
    public Task RemoveAsync(string path) => ChangeAsync(home => home.Remove(path));

    /// <summary>Gets the script of faults, for calls and for open streams.</summary>
    public FaultScript Faults { get; }

    /// <summary>
    /// Revokes a token of any user: its streams get <c>auth_revoked</c> and end, later calls get 401. A PIN can be
    /// exchanged for a new one.
    /// </summary>
    /// <param name="token">
    /// The token; by default every token that the registered client got from <see cref="User"/>, as when this user
    /// withdraws the permission.
    /// </param>
    public Task RevokeTokenAsync(string? token = null) => User.RevokeTokenAsync(token);

    /// <summary>Makes another PIN, which is <see cref="Pin"/> from now on. Older ones stay valid.</summary>
    public string IssuePin() => User.IssuePin();
}
