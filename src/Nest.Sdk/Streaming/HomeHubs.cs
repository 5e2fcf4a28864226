namespace Nest.Sdk.Streaming;

/// <summary>Where the observers of one home are: one hub for what is, one for what happens.</summary>
internal sealed class HomeHubs(int capacity, TimeProvider time, SubscriberReports reports)
{
    public UpdateHub<DataModelChange> Changes { get; } = new(capacity, time, reports);

    public EventHub Events { get; } = new(capacity, time, reports);

    /// <summary>Ends all subscriptions of today by an error; later ones start afresh.</summary>
    public void End(Exception error)
    {
        Changes.End(error);
        Events.End(error);
    }

    /// <summary>Completes all subscriptions, those of today and any later one.</summary>
    public void Close()
    {
        Changes.Close();
        Events.Close();
    }
}
