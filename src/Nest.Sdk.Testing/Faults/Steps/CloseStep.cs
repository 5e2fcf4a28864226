using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Closes the connection.</summary>
internal sealed class CloseStep() : FaultStep("close the connection")
{
    public override bool IsEnd => true;

    public override bool IsImmediate => true;

    public override Task PlayAsync(FaultedCall call)
    {
        call.Close();
        return Task.CompletedTask;
    }

    public override Task PlayAsync(StreamPump stream, Task lifted)
    {
        stream.Close();
        return Task.CompletedTask;
    }

    public override void PlayAtOnce(StreamSubscription stream, Task lifted) => stream.Close();
}
