namespace Nest.Sdk.Cli.Watching;

/// <summary>Hands on each event. The end of the stream comes with the changes.</summary>
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
