using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Live;

namespace Nest.Sdk.Testing.Faults;

/// <summary>
/// What a fault can reach of its fake. <paramref name="Answer"/> gives the answer to a call that the door lets through, <paramref name="WouldAccept"/>
/// tells whether it is a write or a stream that would be accepted, <paramref name="Revoke"/> ends a token and its streams.
/// </summary>
internal sealed record FaultServices(
    TimeProvider Time, FakePorts Ports, Func<FakeCall, FakeAnswer?> TurnAway, Func<FakeCall, Action<AcceptedWrite>?, FakeAnswer> Answer, Func<FakeCall, bool> WouldAccept, Action<string?> Revoke, CancellationToken Stopping);
