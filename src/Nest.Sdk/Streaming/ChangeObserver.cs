namespace Nest.Sdk.Streaming;

/// <summary>
/// Passes on each change. The first one has no previous model, because this observer has not seen one.
/// </summary>
internal sealed class ChangeObserver(IObserver<DataModelChange> observer) : IObserver<DataModelChange>
{
    private bool _isFirst = true;

    public void OnNext(DataModelChange value)
    {
        observer.OnNext(_isFirst ? new DataModelChange { Current = value.Current, ReceivedAt = value.ReceivedAt, ModelVersion = value.ModelVersion, EventsBefore = value.EventsBefore, Source = value.Source, Document = value.Document } : value);
        _isFirst = false;
    }

    public void OnError(Exception error) => observer.OnError(error);

    public void OnCompleted() => observer.OnCompleted();
}
