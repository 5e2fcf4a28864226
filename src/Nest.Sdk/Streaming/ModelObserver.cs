using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>Passes on the model of each change.</summary>
internal sealed class ModelObserver(IObserver<DataModel> observer) : IObserver<DataModelChange>
{
    public void OnNext(DataModelChange value) => observer.OnNext(value.Current);

    public void OnError(Exception error) => observer.OnError(error);

    public void OnCompleted() => observer.OnCompleted();
}
