using System.Runtime.CompilerServices;
using System.Text;

namespace Nest.Sdk.Testing;

/// <content>What a test can see of the fake.</content>
public sealed partial class FakeNestServer
{
    /// <summary>The home as it is now, a copy.</summary>
    public FakeHome Home => User.Home;

    /// <summary>Every request so far in order of arrival, secrets masked. A redirected call is two requests.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _journal.Entries;

    /// <summary>How many streams are open.</summary>
    public int OpenStreams => _hub.Count;

    /// <summary>How many streams have been opened since the start.</summary>
    public int StreamsOpenedEver => _hub.OpenedEver;

    /// <summary>Waits until something holds; looks again whenever a request arrives or a stream opens or ends.</summary>
    /// <param name="condition">What to wait for.</param>
    /// <param name="timeout">How long, on the machine's clock whatever the options say; 10 s by default.</param>
    /// <param name="description">Filled in by the compiler: what the failure calls the condition.</param>
    /// <exception cref="TimeoutException">It did not hold in time; the message tells what did happen.</exception>
    public async Task WaitForAsync(
        Func<FakeNestServer, bool> condition,
        TimeSpan? timeout = null,
        [CallerArgumentExpression(nameof(condition))] string description = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        var limit = timeout ?? TimeSpan.FromSeconds(10);
        using var late = new CancellationTokenSource(limit, TimeProvider.System);
        while (true)
        {
            var next = _pulse.Next;
            if (condition(this))
            {
                return;
            }

            await next.WaitAsync(late.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (late.IsCancellationRequested && !condition(this))
            {
                throw new TimeoutException(Describe(description, limit));
            }
        }
    }

    private string Describe(string condition, TimeSpan limit)
    {
        var requests = Requests;
        var text = new StringBuilder()
            .Append(null, $"'{condition}' did not hold within {limit.TotalSeconds} s. ")
            .Append(null, $"Streams: {OpenStreams} open, {StreamsOpenedEver} opened ever. Requests: {requests.Count}");
        foreach (var request in requests)
        {
            text.Append(null, $"\n  {request}");
        }

        return text.ToString();
    }
}
