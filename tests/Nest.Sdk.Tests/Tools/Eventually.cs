namespace Nest.Sdk.Tests.Tools;

/// <summary>Waits for what another thread does soon.</summary>
internal static class Eventually
{
    /// <summary>Waits until a condition holds, and fails when it does not in time.</summary>
    public static async Task HoldsAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
