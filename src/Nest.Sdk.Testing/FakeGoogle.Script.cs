using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing;

/// <content>Changes and faults made by a test.</content>
public sealed partial class FakeGoogle
{
    /// <summary>
    /// Gets the script of faults for calls. <see cref="Calls.Any"/> means calls of the SDM API
    /// (<see cref="Calls.Sdm"/>) and of Pub/Sub (<see cref="Calls.PubSub"/>), and <see cref="Calls.OAuth"/> the partner
    /// page and the token endpoint. Faults of writes and of event streams wait forever: there are none.
    /// </summary>
    public FaultScript Faults { get; }

    /// <summary>Gets the script of bogus states: what Google reports although the home is different.</summary>
    public FakeGoogleScript Script { get; } = new();

    /// <summary>
    /// Gets or sets how far the <c>Date</c> header of responses is ahead of the clock. Default: zero. A negative offset
    /// puts it behind. A mapping of <see cref="WireMock"/> cannot set the header.
    /// </summary>
    public TimeSpan DateOffset
    {
        get => _headers.DateOffset;
        set => _headers.DateOffset = value;
    }

    /// <summary>Changes the home of <see cref="User"/> without checking the write rules.</summary>
    /// <param name="change">Receives the current home and returns the next one. Runs while the home is locked.</param>
    /// <exception cref="ObjectDisposedException">The fake was disposed, or its WireMock server was stopped.</exception>
    public Task ChangeAsync(Func<FakeHome, FakeHome> change)
    {
        ThrowIfStopped();
        return User.ChangeAsync(change);
    }

    /// <inheritdoc cref="FakeGoogleUser.SetAsync"/>
    public Task SetAsync(string path, JsonNode? value) => ChangeAsync(home => home.Set(path, value));

    /// <inheritdoc cref="FakeGoogleUser.RemoveAsync"/>
    public Task RemoveAsync(string path) => ChangeAsync(home => home.Remove(path));
}
