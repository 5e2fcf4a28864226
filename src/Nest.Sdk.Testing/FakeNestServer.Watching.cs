using System.Runtime.CompilerServices;
using System.Text;
using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing;

/// <content>What a test can see of the fake.</content>
public sealed partial class FakeNestServer
{
    /// <summary>The home as it is now, a copy.</summary>
    public FakeHome Home => User.Home;

    /// <summary>Every request so far in order of arrival, secrets masked. A redirected call is two requests.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _journal.Entries;

    /// <summary>Every stream so far in the order of opening, those that have ended too.</summary>
    public IReadOnlyList<StreamHandle> Streams => _hub.Ever;

    /// <summary>How many streams are open.</summary>
    public int OpenStreams => _hub.Count;

    /// <summary>Waits until something holds; looks again whenever a request arrives or is answered, the home changes, an event goes out, or a stream opens or ends.</summary>
    /// <param name="condition">What to wait for.</param>
    /// <param name="timeout">How long, on the machine's clock whatever the options say; 10 s by default. <see cref="Timeout.InfiniteTimeSpan"/>: for ever.</param>
    /// <param name="meanwhile">Called again and again while it waits, some hundred times a second: the place to advance a fake clock.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    /// <param name="description">Filled in by the compiler: what the failure calls the condition.</param>
    /// <exception cref="ObjectDisposedException">The fake was disposed, or its WireMock server was stopped, and the condition does not hold.</exception>
    /// <exception cref="TimeoutException">It did not hold in time; the message tells what did happen.</exception>
    public async Task WaitForAsync(
        Func<FakeNestServer, bool> condition,
        TimeSpan? timeout = null,
        Action? meanwhile = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(condition))] string description = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        Patience.ThrowIfNoLimit(timeout);
        using var patience = new Patience(timeout, cancellationToken);
        while (true)
        {
            var next = _pulse.Next;
            if (condition(this))
            {
                return;
            }

            // After its end nothing changes any more.
            ObjectDisposedException.ThrowIf(_hasStopped, this);
            if (!await patience.WaitAsync(next, meanwhile).ConfigureAwait(false) && !condition(this))
            {
                throw new TimeoutException(Describe(description, patience.Limit));
            }
        }
    }

    private string Describe(string condition, TimeSpan limit) =>
        new StringBuilder($"'{condition}' did not hold within {limit.TotalSeconds} s. What did happen:")
            .AppendRecap("Requests", Requests)
            .AppendRecap("Streams", Streams)
            .AppendRecap("Faults that still wait or last", Faults.Waiting)
            .ToString();
}
