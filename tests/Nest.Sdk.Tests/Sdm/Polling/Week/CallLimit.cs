namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>Counts calls by the monotonic clock, and finds any minute with too many of them, wherever it begins.</summary>
/// <param name="name">The method.</param>
/// <param name="most">The number of calls that a minute may have.</param>
internal sealed class CallLimit(string name, int most)
{
    private readonly Queue<TimeSpan> _latest = new();

    /// <summary>The number of calls so far.</summary>
    public int Count { get; private set; }

    public void Note(TimeSpan at)
    {
        Count++;
        _latest.Enqueue(at);
        if (_latest.Count <= most)
            return;
        var first = _latest.Dequeue();
        Assert.True(at - first >= TimeSpan.FromMinutes(1), $"{name}: {most + 1} calls from {first} to {at}.");
    }
}
