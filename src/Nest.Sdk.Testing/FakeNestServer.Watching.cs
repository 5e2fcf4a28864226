using System.Runtime.CompilerServices;
using System.Text;
using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing;

/// <content>What a test can observe.</content>
public sealed partial class FakeNestServer
{
    /// <summary>Gets a copy of the current home.</summary>
    public FakeHome Home => User.Home;

    /// <summary>
    /// Gets every request so far in order of arrival, with secrets masked. A redirected call is two requests.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => _journal.Entries;

    /// <summary>Gets every stream so far in the order of opening, including those that have ended.</summary>
    public IReadOnlyList<StreamHandle> Streams => _hub.Ever;

    /// <summary>Gets the number of open streams.</summary>
    public int OpenStreams => _hub.Count;

    /// <summary>
    /// Waits until a condition holds. Evaluates it again when a request arrives or is answered, the home changes, an
    /// event is sent, or a stream opens or ends.
    /// </summary>
    /// <param name="condition">What to wait for.</param>
    /// <param name="timeout">
    /// How long to wait, on the machine's clock whatever the options say. Default: 10 s.
    /// <see cref="Timeout.InfiniteTimeSpan"/> waits without end.
    /// </param>
    /// <param name="meanwhile">
    /// Called repeatedly while it waits, about 200 times a second: the place to advance a fake clock.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <param name="description">Filled in by the compiler: the text of the condition, for the failure message.</param>
    /// <exception cref="ObjectDisposedException">
    /// The fake was disposed, or its WireMock server was stopped, and the condition does not hold.
    /// </exception>
    /// <exception cref="TimeoutException">It did not hold in time. The message lists what happened.</exception>
    public async Task WaitForAsync(
        Func<FakeNestServer, bool> condition,
        TimeSpan? timeout = null,
        Action? meanwhile = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(condition))] string description = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        WaitTimeout.ThrowIfInvalid(timeout);
        using var limit = new WaitTimeout(timeout, cancellationToken);
        while (true)
        {
            var next = _signal.Next;
            if (condition(this))
                return;

            // Nothing changes after the end.
            ObjectDisposedException.ThrowIf(_hasStopped, this);
            if (!await limit.WaitAsync(next, meanwhile).ConfigureAwait(false) && !condition(this))
                throw new TimeoutException(Describe(description, limit.Limit));
        }
    }

    private string Describe(string condition, TimeSpan limit) =>
        new StringBuilder($"'{condition}' did not hold within {limit.TotalSeconds} s. What happened:")
            .AppendRecap("Requests", Requests)
            .AppendRecap("Streams", Streams)
            .AppendRecap("Faults that still wait or last", Faults.Waiting)
            .ToString();
}
