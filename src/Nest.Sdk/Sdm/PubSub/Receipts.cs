using Microsoft.Extensions.Logging;

namespace Nest.Sdk.Sdm.PubSub;

/// <summary>
/// What is owed to Pub/Sub for the deliveries in hand: more time while they are handled, and then an acknowledgement, or
/// their return. One call at a time, with everything that has accumulated. Thread-safe. See
/// docs/protocol/smart-device-management.md#acknowledgement.
/// </summary>
/// <param name="delay">Waits for a time.</param>
/// <param name="logger">The logger.</param>
/// <param name="time">The clock.</param>
internal sealed class Receipts(Func<TimeSpan, CancellationToken, Task> delay, ILogger logger, TimeProvider time) : IAsyncDisposable
{
    /// <summary>The deadline that a subscription has by default, and the shortest one.</summary>
    private static readonly TimeSpan FirstDeadline = TimeSpan.FromSeconds(10);

    /// <summary>The deadline that a delivery gets while it is handled.</summary>
    private static readonly TimeSpan NextDeadline = TimeSpan.FromSeconds(60);

    /// <summary>How long the end waits for the last calls.</summary>
    private static readonly TimeSpan LastCalls = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<PulledMessage, Lease> _inHand = new(ReferenceEqualityComparer.Instance);
    private readonly List<Due> _due = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _sending = Task.CompletedTask;
    private Task? _extending;

    /// <summary>The number of deliveries that are neither acknowledged nor returned.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _inHand.Count;
        }
    }

    /// <summary>Takes deliveries: they get more time until they are acknowledged or returned.</summary>
    /// <param name="messages">The deliveries.</param>
    /// <param name="rest">The identity that pulled them.</param>
    public void Hold(IReadOnlyList<PulledMessage> messages, PubSubRest rest)
    {
        lock (_gate)
        {
            foreach (var message in messages)
                _inHand[message] = new Lease(rest, time.GetTimestamp(), FirstDeadline / 2);
            if (_inHand.Count > 0 && _extending is null or { IsCompleted: true })
                _extending = ExtendAsync();
        }
    }

    /// <summary>Acknowledges a delivery.</summary>
    public void Acknowledge(PulledMessage message) => End(message, null);

    /// <summary>Returns a delivery.</summary>
    /// <param name="message">The delivery.</param>
    /// <param name="after">The time after which it may come again, 0 to 600 s. Zero: at once.</param>
    public void Return(PulledMessage message, TimeSpan after) => End(message, after);

    /// <summary>Returns everything in hand at once, and waits a little for the last calls.</summary>
    public async ValueTask DisposeAsync()
    {
        Task sending;
        lock (_gate)
        {
            foreach (var message in _inHand.Keys.ToList())
                End(message, TimeSpan.Zero);
            sending = _sending;
        }

        using var late = new CancellationTokenSource(LastCalls, time);
        await sending.WaitAsync(late.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _stop.CancelAsync().ConfigureAwait(false);
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await (_extending ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private void End(PulledMessage message, TimeSpan? after)
    {
        lock (_gate)
        {
            if (!_inHand.Remove(message, out var lease))
                return;
            _due.Add(new Due(lease.Rest, message.AckId, after is { } wait ? (int)wait.TotalSeconds : null));
            if (_sending.IsCompleted)
                _sending = SendAsync();
        }
    }

    private async Task SendAsync()
    {
        // Lets the rest of a batch join the call.
        await Task.Yield();
        while (TryTake(out var call))
        {
            if (await TryCallAsync(call).ConfigureAwait(false) is null)
                continue;
            await delay(Pause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (await TryCallAsync(call).ConfigureAwait(false) is { } error)
                SdmLog.NotAcknowledged(logger, call.Count, error.Message);
        }
    }

    private bool TryTake(out List<Due> call)
    {
        lock (_gate)
        {
            call = [.. _due.TakeWhile(due => due.Rest == _due[0].Rest && due.Seconds == _due[0].Seconds).Take(PubSubRest.MostIds)];
            _due.RemoveRange(0, call.Count);
            // Under the lock: what is added from here on starts another loop.
            if (call.Count == 0)
                _sending = Task.CompletedTask;
            return call.Count > 0;
        }
    }

    /// <returns>The error. Null when the call succeeded, or when it no longer matters.</returns>
    private async Task<NestException?> TryCallAsync(List<Due> call)
    {
        if (_stop.IsCancellationRequested)
            return null;
        try
        {
            List<ReadOnlyMemory<byte>> ids = [.. call.Select(static due => due.AckId)];
            await (call[0].Seconds is { } seconds
                ? call[0].Rest.ModifyDeadlineAsync(ids, seconds, _stop.Token)
                : call[0].Rest.AcknowledgeAsync(ids, _stop.Token)).ConfigureAwait(false);
            return null;
        }
        catch (NestException error)
        {
            return error;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Gives deliveries more time at half of theirs, as long as there are any.</summary>
    private async Task ExtendAsync()
    {
        await Task.Yield();
        while (NextExtension() is { } wait)
        {
            await delay(wait, _stop.Token).ConfigureAwait(false);
            foreach (var group in TakeExpiring().GroupBy(static one => one.Lease.Rest))
            {
                foreach (var call in group.Chunk(PubSubRest.MostIds))
                    await ExtendAsync(group.Key, call).ConfigureAwait(false);
            }
        }
    }

    private async Task ExtendAsync(PubSubRest rest, (PulledMessage Message, Lease Lease)[] call)
    {
        var half = NextDeadline / 2;
        // The server counts from the arrival of the call at the earliest.
        var begun = time.GetTimestamp();
        try
        {
            await rest.ModifyDeadlineAsync([.. call.Select(static one => one.Message.AckId)], (int)NextDeadline.TotalSeconds, _stop.Token).ConfigureAwait(false);
        }
        catch (NestException error)
        {
            SdmLog.NotExtended(logger, call.Length, error.Message);
            half = Pause;
        }

        lock (_gate)
        {
            foreach (var (message, lease) in call)
            {
                if (_inHand.ContainsKey(message))
                    _inHand[message] = lease with { At = begun, Half = half };
            }
        }
    }

    private TimeSpan? NextExtension()
    {
        lock (_gate)
        {
            if (_inHand.Count > 0)
                return _inHand.Values.Min(lease => lease.Half - time.GetElapsedTime(lease.At));
            _extending = null;
            return null;
        }
    }

    private List<(PulledMessage Message, Lease Lease)> TakeExpiring()
    {
        lock (_gate)
            return [.. _inHand.Where(one => time.GetElapsedTime(one.Value.At) >= one.Value.Half).Select(static one => (one.Key, one.Value))];
    }

    private readonly record struct Lease(PubSubRest Rest, long At, TimeSpan Half);

    private sealed record Due(PubSubRest Rest, ReadOnlyMemory<byte> AckId, int? Seconds);
}
