using Nest.Sdk.Client;

namespace Nest.Sdk.Sdm;

/// <summary>What only a client of Google's SDM has.</summary>
public static class SdmClientExtensions
{
    /// <summary>Gets what arrived over the client's subscription so far. Without I/O.</summary>
    /// <param name="client">The client.</param>
    /// <returns>The report. Null for a client without a subscription, or of another backend.</returns>
    public static SdmFeedReport? GetFeedReport(this INestClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return (client as NestClient)?.FeedReport;
    }
}
