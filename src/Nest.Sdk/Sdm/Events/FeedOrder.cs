namespace Nest.Sdk.Sdm.Events;

/// <summary>
/// The order of messages that wait aside, of one client or of those without one yet: each is handled after the one before
/// it. Used under the turn of the feed.
/// </summary>
internal sealed class FeedOrder
{
    /// <summary>The end of the last message so far.</summary>
    public Task Last { get; set; } = Task.CompletedTask;
}
