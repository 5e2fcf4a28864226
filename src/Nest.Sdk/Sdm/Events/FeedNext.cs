namespace Nest.Sdk.Sdm.Events;

/// <summary>What follows when a message has waited.</summary>
internal enum FeedNext
{
    /// <summary>It is returned, and comes again.</summary>
    Return = 0,

    /// <summary>It is returned, and may come again at once.</summary>
    ReturnAtOnce,

    /// <summary>It is acknowledged.</summary>
    Acknowledge,

    /// <summary>It is handled from the start.</summary>
    Handle,

    /// <summary>It is handled after a list that was read for it.</summary>
    HandleListed,
}
