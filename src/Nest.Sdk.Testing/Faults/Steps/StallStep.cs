using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Sends nothing until the fault is lifted.</summary>
internal sealed class StallStep() : FaultStep("stall")
{
    public override Task PlayAsync(FaultedCall call) => call.Lifted.WaitAsync(call.Ending);

    public override Task PlayAsync(StreamPump stream, Task lifted) => stream.WaitAsync(lifted);
}
