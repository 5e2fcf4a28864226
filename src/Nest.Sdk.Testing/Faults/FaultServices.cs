using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Live;

namespace Nest.Sdk.Testing.Faults;

/// <summary>
/// The parts of the fake that a fault uses. <paramref name="Dialect"/> creates the errors.
/// <paramref name="Answer"/> returns the response to a call that passes the gate, and may wait for it.
/// <paramref name="WouldAccept"/> returns whether a call is a write or a stream that would be accepted.
/// <paramref name="Revoke"/> revokes a token and ends its streams.
/// </summary>
internal sealed record FaultServices(
    TimeProvider Time, FakePorts Ports, ServiceDialect Dialect, Func<FakeCall, FakeAnswer?> Refuse, Func<FakeCall, Action<AcceptedWrite>?, CancellationToken, ValueTask<FakeAnswer>> Answer, Func<FakeCall, bool> WouldAccept, Action<string?> Revoke, CancellationToken Stopping);
