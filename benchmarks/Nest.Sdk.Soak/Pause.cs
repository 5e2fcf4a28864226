namespace Nest.Sdk.Soak;

/// <summary>Waits in real time; the end of the program ends a wait quietly.</summary>
internal static class Pause
{
    public static async Task ForAsync(TimeSpan length, CancellationToken cancellationToken) =>
        await Task.Delay(length, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
