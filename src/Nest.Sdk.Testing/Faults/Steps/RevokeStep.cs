using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Revokes the token.</summary>
internal sealed class RevokeStep() : FaultStep("revoke the token")
{
    public override bool IsEnd => true;

    public override bool IsImmediate => true;

    public override Task PlayAsync(FaultedCall call)
    {
        call.Revoke();
        return Task.CompletedTask;
    }

    public override async Task PlayAsync(StreamPump stream, Task lifted)
    {
        var subscription = stream.Subscription;
        subscription.Revoke();
        // Written directly, ahead of the queue.
        await stream.WriteAsync(StreamFrames.AuthRevoked(subscription.Grant.Token), "auth_revoked").ConfigureAwait(false);
        stream.End();
    }

    public override void PlayAtOnce(StreamSubscription stream, Task lifted) => stream.Revoke();
}
