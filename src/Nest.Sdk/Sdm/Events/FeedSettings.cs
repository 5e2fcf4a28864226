namespace Nest.Sdk.Sdm.Events;

/// <summary>How a subscription is used, taken from the options.</summary>
/// <param name="IsOwned">Whether no other process reads the subscription.</param>
/// <param name="SkipsBacklog">Whether messages from before the start are dropped.</param>
internal sealed record FeedSettings(bool IsOwned, bool SkipsBacklog);
