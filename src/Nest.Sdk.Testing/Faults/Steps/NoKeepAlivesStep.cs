using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Stops automatic keep-alives.</summary>
internal sealed class NoKeepAlivesStep() : FaultStep("no keep-alives")
{
    public override bool NeedsHeaders => true;

    public override bool NeedsStream => true;

    public override bool IsImmediate => true;

    public override Task PlayAsync(StreamPump stream, Task lifted)
    {
        stream.Subscription.StopKeepAlives(lifted);
        return Task.CompletedTask;
    }

    public override void PlayAtOnce(StreamSubscription stream, Task lifted) => stream.StopKeepAlives(lifted);
}
