namespace Nest.Sdk.Soak.Wwn;

/// <summary>Compares the model of the stream with a fresh read.</summary>
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
                // An unused prepared refusal was still waiting.
            }

            await Pause.ForAsync(TimeSpan.FromMilliseconds(100), patience.Token);
        }

        return false;
    }
}
