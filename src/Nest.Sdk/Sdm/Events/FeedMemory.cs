using System.Text;
using Nest.Sdk.Sdm.PubSub;

namespace Nest.Sdk.Sdm.Events;

/// <summary>What a feed remembers of messages, over all its connections. Thread-safe.</summary>
/// <param name="time">The clock.</param>
internal sealed class FeedMemory(TimeProvider time)
{
    private const int MostUnreadable = 20;
    private const int MostReturned = 1000;

    private readonly Lock _gate = new();
    private readonly SeenIds _messages = new(time);
    private readonly SeenIds _occurrences = new(time);
    private readonly Dictionary<string, int> _returned = new(StringComparer.Ordinal);
    private readonly Queue<SdmUnreadableMessage> _unreadable = new();
    private long _pulled;
    private long _duplicates;
    private long _unreadableCount;
    private long _unrouted;

    public void Pulled(int count)
    {
        lock (_gate)
            _pulled += count;
    }

    /// <summary>Whether a message was handled before. Counts it if so.</summary>
    public bool IsDuplicate(ReadOnlySpan<byte> id)
    {
        lock (_gate)
        {
            if (!_messages.Contains(id))
                return false;
            _duplicates++;
            return true;
        }
    }

    /// <summary>Notes a message that was handled.</summary>
    /// <param name="id">Its id. An empty one is not remembered.</param>
    public void Handled(ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty)
            return;
        lock (_gate)
            _messages.Add(id);
    }

    /// <summary>Notes what a message has reported.</summary>
    public void Reported(IEnumerable<SdmReport> reports)
    {
        lock (_gate)
        {
            foreach (var report in reports)
                _occurrences.Add(Encoding.UTF8.GetBytes(report.Key));
        }
    }

    /// <summary>Whether no message has reported an occurrence before.</summary>
    public bool IsNew(string occurrence)
    {
        lock (_gate)
            return !_occurrences.Contains(Encoding.UTF8.GetBytes(occurrence));
    }

    public void Unreadable(PulledMessage message, string flaw)
    {
        lock (_gate)
        {
            _unreadableCount++;
            if (_unreadable.Count == MostUnreadable)
                _unreadable.Dequeue();
            _unreadable.Enqueue(new SdmUnreadableMessage { MessageId = message.MessageId.IsEmpty ? null : SdmText.Of(message.MessageId), PublishedAt = message.PublishedAt, Flaw = flaw });
        }
    }

    /// <summary>Counts a message that belongs to no client.</summary>
    public void Unrouted()
    {
        lock (_gate)
            _unrouted++;
    }

    /// <summary>Counts the return of a message.</summary>
    /// <returns>How often it was returned.</returns>
    public int Returned(string id)
    {
        lock (_gate)
        {
            _unrouted++;
            if (_returned.Count >= MostReturned)
                _returned.Clear();
            return _returned[id] = _returned.GetValueOrDefault(id) + 1;
        }
    }

    public SdmFeedReport ToReport()
    {
        lock (_gate)
            return new SdmFeedReport { Pulled = _pulled, Duplicates = _duplicates, Unreadable = _unreadableCount, Unrouted = _unrouted, LastUnreadable = [.. _unreadable] };
    }
}
