using System.Threading.Channels;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>Bridges a subscription to a bounded channel, for those who read with await foreach.</summary>
internal sealed class ChannelObserver(ChannelWriter<DataModel> writer, int capacity) : IObserver<DataModel>
{
    public void OnNext(DataModel value)
    {
        if (!writer.TryWrite(value))
            writer.TryComplete(new NestSlowSubscriberException(capacity));
    }

    public void OnError(Exception error) => writer.TryComplete(error);

    public void OnCompleted() => writer.TryComplete();
}
