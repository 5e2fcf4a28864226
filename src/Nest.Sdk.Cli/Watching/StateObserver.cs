using System.Threading.Channels;
using Nest.Sdk.Cli.Reports;

namespace Nest.Sdk.Cli.Watching;

/// <summary>Passes on the connection states that people and scripts need.</summary>
internal sealed class StateObserver(ChannelWriter<WatchEvent> events) : IObserver<ConnectionState>
{
    private ConnectionStatus _last = ConnectionStatus.Idle;
    private bool _isDegraded;

    public void OnNext(ConnectionState value)
    {
        // A failed attempt reports its wait, so the start of the next attempt is not reported.
        var isNews = value.Status != _last || value.NextAttemptAt is not null;
        var isOtherwise = value.IsDegraded != _isDegraded && value.Status == ConnectionStatus.Connected;
        (_last, _isDegraded) = (value.Status, value.IsDegraded);
        // The watch command reports its own end.
        if ((isNews || isOtherwise) && value.Status is not (ConnectionStatus.Idle or ConnectionStatus.Stopped))
            events.TryWrite(Of(value) with { IsSameConnection = !isNews });
    }

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }

    public static WatchState Of(ConnectionState state) =>
        new(state.Since, Word(state.Status.ToString()), state.Reason is { } reason ? Word(reason.ToString()) : null, state.NextAttemptAt, state.Error is { } error ? TroubleText.Of(error) : null)
        {
            Error = state.Error,
            IsDegraded = state.IsDegraded,
        };

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
