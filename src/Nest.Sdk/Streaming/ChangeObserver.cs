namespace Nest.Sdk.Streaming;

/// <summary>Hands on each change; the first one without what was before, since this observer knows nothing of that.</summary>
internal sealed class ChangeObserver(IObserver<DataModelChange> observer) : IObserver<DataModelChange>
{
    private bool _isFirst = true;

    public void OnNext(DataModelChange value)
    {
        observer.OnNext(_isFirst ? new DataModelChange { Current = value.Current, ReceivedAt = value.ReceivedAt, ModelVersion = value.ModelVersion, EventsBefore = value.EventsBefore, Document = value.Document } : value);
        _isFirst = false;
    }

    public void OnError(Exception error) => observer.OnError(error);

    public void OnCompleted() => observer.OnCompleted();
}
