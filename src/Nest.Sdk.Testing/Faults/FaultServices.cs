using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Faults;

/// <summary>
/// What a fault can reach of its fake. <paramref name="Answer"/> gives the answer to a call that the door lets through, <paramref name="Revoke"/> ends a
/// token and its streams.
/// </summary>
internal sealed record FaultServices(
    TimeProvider Time, FakePorts Ports, FrontDoor Door, Func<FakeCall, FakeAnswer> Answer, Action<string?> Revoke, CancellationToken Stopping);
