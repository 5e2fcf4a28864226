using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Closes the connection after a number of bytes of the body.</summary>
internal sealed class CutAfterStep(int bytes) : FaultStep($"cut after {bytes} bytes")
{
    public override bool NeedsHeaders => true;

    public override Task PlayAsync(FaultedCall call)
    {
        call.Body.CutAfter(bytes, call.Lifted);
        return Task.CompletedTask;
    }

    public override Task PlayAsync(StreamPump stream, Task lifted)
    {
        stream.Body.CutAfter(bytes, lifted);
        return Task.CompletedTask;
    }
}
