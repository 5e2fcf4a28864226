using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>A subscription with its settings, messages and pending pulls. Guarded by the lock of the broker.</summary>
/// <param name="number">Its place in the order of creation among topics, messages and lists of devices.</param>
/// <param name="name">The whole name.</param>
/// <param name="topic">The topic.</param>
/// <param name="settings">The settings.</param>
/// <param name="created">When it was created.</param>
internal sealed class PubSubSubscription(long number, string name, PubSubTopic topic, SubscriptionSettings settings, DateTimeOffset created)
{
    private const string DeletedTopic = "_deleted-topic_";

    public long Number => number;

    public string Name => name;

    public SubscriptionSettings Settings { get; set; } = settings;

    /// <summary>The topic. Null after it was deleted.</summary>
    public PubSubTopic? Topic { get; private set; } = topic;

    public string TopicName => Topic?.Name ?? DeletedTopic;

    public bool IsDetached { get; private set; }

    /// <summary>When it was created or last pulled.</summary>
    public DateTimeOffset Used { get; set; } = created;

    public PubSubPolicy Policy { get; } = new();

    public Backlog Backlog { get; } = new(number);

    public LinkedList<PendingPull> Pulls { get; } = [];

    /// <summary>When it is deleted unless it is pulled. Null for never.</summary>
    public DateTimeOffset? Expires => Pulls.Count > 0 ? null : Used + Settings.ExpiresAfter;

    /// <summary>When time changes something next.</summary>
    public DateTimeOffset? NextSweep => Backlog.NextSweep(Settings.Retention) is { } sweep && !(Expires < sweep) ? sweep : Expires;

    /// <summary>Detaches it from its topic. It gets no more messages and cannot be pulled.</summary>
    public void Detach()
    {
        IsDetached = true;
        Backlog.Seek(DateTimeOffset.MaxValue);
        EndPulls();
    }

    public void LoseTopic() => Topic = null;

    /// <summary>Ends the pending pulls of a subscription that can no longer be pulled.</summary>
    public void EndPulls()
    {
        foreach (var pull in Pulls)
            pull.End(null);

        Pulls.Clear();
    }

    /// <summary>Hands waiting messages to pending pulls, the oldest pull first.</summary>
    public void Serve(DateTimeOffset now)
    {
        while (Backlog.HasWaiting && Pulls.First is { } first)
        {
            Pulls.RemoveFirst();
            Used = now;
            first.Value.End(Backlog.Take(first.Value.Max, now + Settings.AckDeadline));
        }
    }

    /// <summary>Returns the subscription as Google writes it.</summary>
    public JsonObject ToJson()
    {
        var json = Settings.ToJson();
        json.Insert(0, "name", name);
        json.Insert(1, "topic", TopicName);
        json["state"] = "ACTIVE";
        if (IsDetached)
            json["detached"] = true;

        return json;
    }
}
