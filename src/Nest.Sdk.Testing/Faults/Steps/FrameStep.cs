using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Something that a stream says out of turn. It is made when it is queued, so that the present it tells of is that of the test.</summary>
internal sealed class FrameStep(string name, string eventName, Func<StreamSubscription, byte[]> create) : FaultStep(name)
{
    public override bool NeedsHeaders => true;

    public override bool NeedsStream => true;

    public override StreamFrame? CreateFrame(StreamSubscription stream) => new(create(stream), eventName);
}
