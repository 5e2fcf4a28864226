namespace Nest.Sdk.Tests.Tools;

/// <summary>A wait that nothing ends by itself.</summary>
internal static class EndlessWait
{
    /// <summary>Ends by its cancellation alone.</summary>
    public static Task UntilCancelledAsync(CancellationToken cancellationToken) => new TaskCompletionSource().Task.WaitAsync(cancellationToken);
}
