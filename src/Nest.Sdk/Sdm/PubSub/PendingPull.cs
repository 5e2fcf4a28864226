using System.Diagnostics.CodeAnalysis;

namespace Nest.Sdk.Sdm.PubSub;

/// <summary>One pull that waits for messages.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Disposed when the pull that was given up has ended. A pull that ends by itself needs none.")]
internal sealed class PendingPull
{
    /// <summary>A wait of this length may end like this too: with an error status, or a closed connection.</summary>
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(30);

    /// <summary>How long an abandoned pull may still bring messages.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly PubSubRest _rest;
    private readonly Receipts _receipts;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private int _isAbandoned;

    /// <param name="rest">The identity.</param>
    /// <param name="receipts">Takes the deliveries in hand.</param>
    /// <param name="time">The clock.</param>
    public PendingPull(PubSubRest rest, Receipts receipts, TimeProvider time)
    {
        (_rest, _receipts, _time) = (rest, receipts, time);
        Outcome = PullAsync();
    }

    /// <summary>The end of the pull. Cancelled when it was abandoned.</summary>
    public Task<PullOutcome> Outcome { get; }

    /// <summary>The identity.</summary>
    public PubSubRest Rest => _rest;

    /// <summary>
    /// Gives the pull up without waiting. The server may have taken messages for it already, so it continues for a
    /// moment, and what it brings is returned.
    /// </summary>
    public void Abandon()
    {
        if (Interlocked.Exchange(ref _isAbandoned, 1) == 0)
            _ = EndAsync();
    }

    private async Task EndAsync()
    {
        await ((Task)Outcome).WaitAsync(Grace, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _stop.CancelAsync().ConfigureAwait(false);
        await ((Task)Outcome).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task<PullOutcome> PullAsync()
    {
        var begun = _time.GetTimestamp();
        PulledBatch? batch = null;
        NestException? error = null;
        try
        {
            batch = await _rest.PullAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (NestException failure)
        {
            if (_time.GetElapsedTime(begun) >= UsualWait && IsUsualEnd(failure))
                batch = new PulledBatch([], TimeSpan.Zero);
            else
                error = failure;
        }

        if (batch is { Messages.Length: > 0 } full)
            await TakeAsync(full.Messages).ConfigureAwait(false);
        return new PullOutcome(batch, error, _time.GetElapsedTime(begun));
    }

    /// <summary>Takes the deliveries in hand at once: their deadline runs from the delivery on.</summary>
    private async Task TakeAsync(IReadOnlyList<PulledMessage> messages)
    {
        if (Volatile.Read(ref _isAbandoned) == 0)
        {
            _receipts.Hold(messages, _rest);
            return;
        }

        using var late = new CancellationTokenSource(Grace, _time);
        try
        {
            await _rest.ModifyDeadlineAsync([.. messages.Select(static message => message.AckId)], 0, late.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is NestException or OperationCanceledException)
        {
            // They are delivered again after their deadline.
        }
    }

    /// <summary>See docs/protocol/smart-device-management.md#pull.</summary>
    private static bool IsUsualEnd(NestException error) => error switch
    {
        NestRequestException failed => (int)failed.StatusCode is 499 or 503 or 504,
        NestConnectionException lost => lost.Reason is DisconnectReason.NetworkError or DisconnectReason.EndOfStream,
        _ => false,
    };
}
