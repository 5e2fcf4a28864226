using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Resets the connection.</summary>
internal sealed class ResetStep() : FaultStep("reset the connection")
{
    public override bool IsEnd => true;

    public override bool IsImmediate => true;

    public override Task PlayAsync(FaultedCall call)
    {
        call.Reset();
        return Task.CompletedTask;
    }

    public override Task PlayAsync(StreamPump stream, Task lifted)
    {
        stream.Reset();
        return Task.CompletedTask;
    }

    public override void PlayAtOnce(StreamSubscription stream, Task lifted) => stream.Reset();
}
