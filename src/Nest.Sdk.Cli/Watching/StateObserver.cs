using System.Threading.Channels;
using Nest.Sdk.Cli.Reports;

namespace Nest.Sdk.Cli.Watching;

/// <summary>The states of the connection that people and scripts want to know.</summary>
internal sealed class StateObserver(ChannelWriter<WatchEvent> events) : IObserver<ConnectionState>
{
    private ConnectionStatus _last = ConnectionStatus.Idle;

    public void OnNext(ConnectionState value)
    {
        // A failed attempt has its wait; that the next one begins is no news.
        var isNews = value.Status != _last || value.NextAttemptAt is not null;
        _last = value.Status;
        // The end of a watch is told by the watch.
        if (isNews && value.Status is not (ConnectionStatus.Idle or ConnectionStatus.Stopped))
            events.TryWrite(Of(value));
    }

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }

    public static WatchState Of(ConnectionState state) =>
        new(state.Since, Word(state.Status.ToString()), state.Reason is { } reason ? Word(reason.ToString()) : null, state.NextAttemptAt, state.Error is { } error ? TroubleText.Of(error) : null);

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
