using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>
/// Sends an additional event. It is created when it is queued, so that it shows the home at that time.
/// </summary>
internal sealed class FrameStep(string name, string eventName, Func<StreamSubscription, byte[]> create) : FaultStep(name)
{
    public override bool NeedsHeaders => true;

    public override bool NeedsStream => true;

    public override StreamFrame? CreateFrame(StreamSubscription stream) => new(create(stream), eventName);
}
