namespace Nest.Sdk.Tests.Tools;

/// <summary>A wait without an end.</summary>
internal static class EndlessWait
{
    /// <summary>Ends only by its cancellation.</summary>
    public static Task UntilCancelledAsync(CancellationToken cancellationToken) => new TaskCompletionSource().Task.WaitAsync(cancellationToken);
}
