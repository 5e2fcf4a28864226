using Nest.Sdk.Sdm.PubSub;

namespace Nest.Sdk.Sdm.Events;

/// <summary>Where a client gets its messages.</summary>
/// <param name="Feed">The feed of its subscription.</param>
/// <param name="Rest">Pub/Sub with the client's identity.</param>
/// <param name="HasOwnIdentity">Whether the identity for Pub/Sub is another than the user's.</param>
/// <param name="Settings">How the subscription is used.</param>
internal sealed record FeedSource(SdmFeed Feed, PubSubRest Rest, bool HasOwnIdentity, FeedSettings Settings);
