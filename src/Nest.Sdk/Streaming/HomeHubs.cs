namespace Nest.Sdk.Streaming;

/// <summary>The observers of one home: one hub for changes of the state, one for events.</summary>
internal sealed class HomeHubs(int capacity, TimeProvider time, SubscriberReports reports)
{
    public UpdateHub<DataModelChange> Changes { get; } = new(capacity, time, reports);

    public EventHub Events { get; } = new(capacity, time, reports);

    /// <summary>Whether there is an observer of anything.</summary>
    public bool HasSubscribers => Changes.HasSubscribers || Events.HasSubscribers;

    /// <inheritdoc cref="SubscriberSet{T}.DrainedAsync"/>
    public Task DrainedAsync() => Task.WhenAll(Changes.DrainedAsync(), Events.DrainedAsync());

    /// <summary>Ends all current subscriptions with an error. Later subscriptions are not affected.</summary>
    public void End(Exception error)
    {
        Changes.End(error);
        Events.End(error);
    }

    /// <summary>Completes all subscriptions, current and later ones.</summary>
    public void Close()
    {
        Changes.Close();
        Events.Close();
    }
}
