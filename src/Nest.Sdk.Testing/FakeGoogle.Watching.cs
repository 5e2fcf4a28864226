using System.Runtime.CompilerServices;
using System.Text;
using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing;

/// <content>State that a test can observe.</content>
public sealed partial class FakeGoogle
{
    /// <summary>Gets a copy of the current home of <see cref="User"/>.</summary>
    public FakeHome Home => User.Home;

    /// <summary>Gets every request so far in order of arrival, with secrets masked.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _journal.Entries;

    /// <summary>
    /// Gets one line for each call over a quota so far. Every call with a valid token counts on its arrival, also one
    /// that a fault answers. A test of a client ends with <c>Assert.Empty(google.QuotaViolations)</c>.
    /// </summary>
    public IReadOnlyList<string> QuotaViolations => _quotas.Violations;

    /// <summary>
    /// Waits until a condition is true. Evaluates it again whenever a request arrives or is answered, a home changes,
    /// or a subscription does.
    /// </summary>
    /// <param name="condition">The condition.</param>
    /// <param name="timeout">
    /// The timeout, always on the system clock. Default: 10 s. <see cref="Timeout.InfiniteTimeSpan"/> waits
    /// indefinitely.
    /// </param>
    /// <param name="meanwhile">Called about 200 times a second during the wait. Use it to advance a fake clock.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <param name="description">The text of the condition, for the failure message. Supplied by the compiler.</param>
    /// <exception cref="ObjectDisposedException">
    /// The fake was disposed, or its WireMock server was stopped, and the condition is false.
    /// </exception>
    /// <exception cref="TimeoutException">
    /// The condition was still false at the timeout. The message lists the faults, bogus states,
    /// deliveries, subscriptions and requests.
    /// </exception>
    public async Task WaitForAsync(
        Func<FakeGoogle, bool> condition,
        TimeSpan? timeout = null,
        Action? meanwhile = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(condition))] string description = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        WaitTimeout.ThrowIfInvalid(timeout);
        using var limit = new WaitTimeout(timeout, cancellationToken);
        await new Condition(_signal, () => _hasStopped)
            .WaitAsync(this, () => condition(this), limit, meanwhile, waited => Describe(description, waited)).ConfigureAwait(false);
    }

    private string Describe(string condition, TimeSpan limit) =>
        new StringBuilder($"'{condition}' did not hold within {limit.TotalSeconds} s. What happened:")
            .AppendRecap("Requests", Requests)
            .AppendRecap("Quota violations", QuotaViolations)
            .AppendRecap("Pending and active faults", Faults.Waiting)
            .AppendRecap("Pending and active bogus states", Script.Waiting)
            .AppendRecap("Pending and active deliveries", Messages.Waiting)
            .AppendRecap("Subscriptions", Subscriptions)
            .ToString();
}
