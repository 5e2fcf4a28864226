using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Sends the body slowly.</summary>
internal sealed class SlowStep(int bytes, TimeSpan period) : FaultStep($"{bytes} bytes every {period.TotalSeconds} s")
{
    public override bool NeedsHeaders => true;

    public override Task PlayAsync(FaultedCall call)
    {
        call.Body.Slow(bytes, period, call.Lifted);
        return Task.CompletedTask;
    }

    public override Task PlayAsync(StreamPump stream, Task lifted)
    {
        stream.Body.Slow(bytes, period, lifted);
        return Task.CompletedTask;
    }
}
