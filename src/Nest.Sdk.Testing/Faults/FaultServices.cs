using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Faults;

/// <summary>
/// What a fault can reach of its fake. <paramref name="TurnAway"/> gives the answer to a call that does not get as far as the home, <paramref name="Answer"/>
/// that to one that does; <paramref name="Revoke"/> ends a token and its streams.
/// </summary>
internal sealed record FaultServices(
    TimeProvider Time, FakePorts Ports, Func<FakeCall, FakeAnswer?> TurnAway, Func<FakeCall, FakeAnswer> Answer, Action<string?> Revoke, CancellationToken Stopping);
