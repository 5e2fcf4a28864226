namespace Nest.Sdk.Soak;

/// <summary>Compares what the stream made of the home with a fresh read.</summary>
internal static class Verdict
{
    public static async Task<bool> IsSameAsync(INestClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!patience.IsCancellationRequested)
        {
            try
            {
                var fresh = await client.GetAsync(patience.Token);
                if (client.Latest is { IsStale: false } latest && latest.Model.Equals(fresh))
                    return true;
            }
            catch (Exception error) when (error is NestException or OperationCanceledException)
            {
                // A prepared refusal is still waiting to be used up.
            }

            await Pause.ForAsync(TimeSpan.FromMilliseconds(100), patience.Token);
        }

        return false;
    }
}
