namespace Nest.Sdk.Cli.Watching;

/// <summary>Passes each event on. The end of the stream is reported by the changes.</summary>
internal sealed class EventObserver(Action<NestEvent> next) : IObserver<NestEvent>
{
    public void OnNext(NestEvent value) => next(value);

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }
}
