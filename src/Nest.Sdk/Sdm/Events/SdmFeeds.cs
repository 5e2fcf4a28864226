using System.Collections.Concurrent;

namespace Nest.Sdk.Sdm.Events;

/// <summary>The feeds of this process, one for each subscription.</summary>
internal static class SdmFeeds
{
    private static readonly ConcurrentDictionary<Key, SdmFeed> Feeds = new();

    /// <summary>Gets the feed of a subscription. Those without a client for a day are forgotten.</summary>
    /// <param name="endpoint">The address of the Pub/Sub API.</param>
    /// <param name="subscription">The full name of the subscription.</param>
    /// <param name="time">The clock: clients with different clocks share nothing.</param>
    public static SdmFeed Of(Uri endpoint, string subscription, TimeProvider time)
    {
        foreach (var (key, feed) in Feeds)
        {
            if (feed.IsForgotten)
                Feeds.TryRemove(KeyValuePair.Create(key, feed));
        }

        return Feeds.GetOrAdd(new Key(endpoint, subscription, time), static key => new SdmFeed(key.Time));
    }

    private sealed record Key(Uri Endpoint, string Subscription, TimeProvider Time);
}
