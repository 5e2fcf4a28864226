using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>Follows the connection, and fails at a state that cannot follow the one before.</summary>
internal sealed class StateWatch
{
    private readonly ObserverRecorder<ConnectionState> _states = new(Patience.Limit);
    private ConnectionState _last = new();

    public StateWatch(IObservable<ConnectionState> states) => states.Subscribe(_states);

    /// <summary>The number of times that the connection was lost.</summary>
    public int Lost { get; private set; }

    /// <summary>The number of times that the service was degraded.</summary>
    public int Degraded { get; private set; }

    public void Check()
    {
        while (_states.TryTake(out var next))
        {
            Assert.True(MayFollow(_last.Status, next!.Status), $"{next} follows {_last}.");
            Assert.True(IsPlausible(next), $"{next}");
            Lost += next.Status == ConnectionStatus.Reconnecting && _last.Status == ConnectionStatus.Connected ? 1 : 0;
            Degraded += next.IsDegraded && !_last.IsDegraded ? 1 : 0;
            _last = next;
        }
    }

    private static bool MayFollow(ConnectionStatus before, ConnectionStatus after) => (before, after) switch
    {
        (ConnectionStatus.Idle, ConnectionStatus.Idle or ConnectionStatus.Connecting or ConnectionStatus.Reconnecting) => true,
        (ConnectionStatus.Connecting, ConnectionStatus.Connected or ConnectionStatus.Reconnecting or ConnectionStatus.Idle) => true,
        (ConnectionStatus.Connected, ConnectionStatus.Connected or ConnectionStatus.Reconnecting or ConnectionStatus.Idle) => true,
        (ConnectionStatus.Reconnecting, ConnectionStatus.Reconnecting or ConnectionStatus.Connected or ConnectionStatus.Idle) => true,
        _ => false,
    };

    private static bool IsPlausible(ConnectionState state) => state.Status switch
    {
        ConnectionStatus.Reconnecting => state is { Error: not null, Reason: not null, Attempt: > 0, IsDegraded: false },
        ConnectionStatus.Connected => state is { Error: null, Reason: null, Attempt: 0, NextAttemptAt: null },
        // A first attempt may follow a failure before the last subscriber left.
        ConnectionStatus.Connecting => state is { Attempt: 0, NextAttemptAt: null, IsDegraded: false },
        _ => state is { Error: null, NextAttemptAt: null, IsDegraded: false },
    };
}
