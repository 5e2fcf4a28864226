using System.Globalization;

namespace Nest.Sdk.Testing;

/// <summary>
/// The script of deliveries. It affects the next messages that Google publishes (<see cref="Next"/>) or those of a time
/// (<see cref="While"/>). A message has one delivery: the oldest of <see cref="Next"/>, otherwise the latest of
/// <see cref="While"/>. Messages of <see cref="FakeGoogle.PublishAsync(string)"/> are not affected.
/// </summary>
public sealed class FakeMessageScript
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _next = [];
    private readonly List<Entry> _lasting = [];

    internal FakeMessageScript()
    {
    }

    /// <summary>
    /// Gets descriptions of the deliveries that are pending or active. A test that ends with an unused one may have
    /// tested nothing.
    /// </summary>
    public IReadOnlyList<string> Waiting
    {
        get
        {
            lock (_lock)
                return [.. _next.Concat(_lasting).Select(entry => $"{entry}")];
        }
    }

    /// <summary>Releases a message that waits for the next one. Set once, by its holder.</summary>
    internal Action Release { get; set; } = static () => { };

    /// <summary>Delivers the next messages in a way.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="times">The number of messages. Default: 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public void Next(Delivery delivery, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_lock)
            _next.Add(new Entry(delivery, times));
    }

    /// <summary>Delivers every message in a way until the result is disposed.</summary>
    /// <param name="delivery">The delivery.</param>
    public IDisposable While(Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var entry = new Entry(delivery, times: null);
        lock (_lock)
            _lasting.Add(entry);

        return new Ending(this, entry);
    }

    /// <summary>Removes every delivery and publishes a message that waits for the next one.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _next.Clear();
            _lasting.Clear();
        }

        Release();
    }

    /// <summary>Takes the delivery of a message.</summary>
    internal Delivery Take()
    {
        lock (_lock)
        {
            if (_next is not [var entry, ..])
                return _lasting is [.., var latest] ? latest.Delivery : Delivery.Regular;

            if (--entry.Left == 0)
                _next.RemoveAt(0);

            return entry.Delivery;
        }
    }

    private sealed class Entry(Delivery delivery, int? times)
    {
        public Delivery Delivery => delivery;

        /// <summary>The number of messages left. Null for a delivery that lasts.</summary>
        public int? Left { get; set; } = times;

        public override string ToString() => Left is { } left ? $"{left.ToString(CultureInfo.InvariantCulture)} x {delivery}" : $"{delivery} (lasting)";
    }

    private sealed class Ending(FakeMessageScript script, Entry entry) : IDisposable
    {
        public void Dispose()
        {
            lock (script._lock)
                script._lasting.Remove(entry);

            script.Release();
        }
    }
}
