using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Ends the response of a stream properly.</summary>
internal sealed class EndStep() : FaultStep("end the stream")
{
    public override bool IsEnd => true;

    public override bool NeedsHeaders => true;

    public override bool NeedsStream => true;

    public override bool IsImmediate => true;

    public override Task PlayAsync(StreamPump stream, Task lifted)
    {
        stream.End();
        return Task.CompletedTask;
    }

    public override void PlayAtOnce(StreamSubscription stream, Task lifted) => stream.End();
}
