using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging.Abstractions;
using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Sdm.Events;
using Nest.Sdk.Sdm.PubSub;

namespace Nest.Sdk.Benchmarks.Google;

/// <summary>
/// What a feed does for each message: read the response, decode, look for a duplicate, find the home, change its document,
/// compare, make the next model, publish. Acknowledging is not part of it.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It holds nothing outside of this process.")]
internal sealed class FeedWork : Work
{
    private readonly FeedDispatch _dispatch;
    private readonly GoogleMessages[] _messages;
    private int _next;

    /// <param name="homes">The homes, in turn one message each.</param>
    /// <exception cref="InvalidOperationException">A message has no effect, so its speed is meaningless.</exception>
    public FeedWork(IReadOnlyList<FollowedHome> homes)
    {
        var routes = new FeedRoutes();
        foreach (var home in homes)
            routes.Add(home.Member);
        var receipts = new Receipts(static (_, _) => Task.CompletedTask, NullLogger.Instance, TimeProvider.System);
        _dispatch = new FeedDispatch(routes, new FeedMemory(TimeProvider.System), receipts, NullLogger.Instance, TimeProvider.System, CancellationToken.None);
        _messages = [.. homes.Select(static (_, number) => new GoogleMessages(number))];
        for (var round = 0; round < 3; round++)
        {
            foreach (var (home, messages) in homes.Zip(_messages))
            {
                var before = home.Sink.Latest.ModelVersion;
                Give(messages);
                if (home.Sink.Latest.ModelVersion != before + 1)
                    throw new InvalidOperationException("A message has not changed the model.");
            }
        }
    }

    protected override void Do(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            Give(_messages[_next]);
            _next = (_next + 1) % _messages.Length;
        }
    }

    private void Give(GoogleMessages messages)
    {
        var handled = _dispatch.HandleAsync(messages.Pull(), CancellationToken.None);
        if (!handled.IsCompletedSuccessfully)
            throw new InvalidOperationException("A message waits.");
    }
}
