namespace Nest.Sdk.Soak;

/// <summary>Waits in real time. A wait ends silently when the program ends.</summary>
internal static class Pause
{
    public static async Task ForAsync(TimeSpan length, CancellationToken cancellationToken) =>
        await Task.Delay(length, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
