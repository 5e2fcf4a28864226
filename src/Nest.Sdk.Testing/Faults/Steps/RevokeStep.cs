using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>The token is no longer good.</summary>
internal sealed class RevokeStep() : FaultStep("revoke the token")
{
    public override bool IsEnd => true;

    public override bool IsImmediate => true;

    public override Task PlayAsync(FaultedCall call)
    {
        call.Revoke();
        return Task.CompletedTask;
    }

    public override Task PlayAsync(StreamPump stream, Task lifted)
    {
        stream.Subscription.Revoke();
        return Task.CompletedTask;
    }

    public override void PlayAtOnce(StreamSubscription stream, Task lifted) => stream.Revoke();
}
