using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Model;

namespace Nest.Sdk.Benchmarks.Streams;

/// <summary>
/// The processing of each event in a client, from the response body to the model: watchdog, guard, parser, put,
/// comparison, model.
/// </summary>
/// <remarks>
/// The regular client, kept connected without a subscriber, whose thread would be part of the measurement. Only the
/// sockets are omitted.
/// </remarks>
internal sealed class ClientStream : Work
{
    private readonly EventFeed _feed;
    private readonly bool _oneAtATime;

    /// <param name="client">The client that reads the feed.</param>
    /// <param name="feed">The alternating versions.</param>
    /// <param name="pair">The versions.</param>
    /// <param name="oneAtATime">
    /// Whether the client waits for each event. Otherwise events arrive as fast as it reads them.
    /// </param>
    /// <exception cref="InvalidOperationException">
    /// The model of the client differs from the document, so its speed is meaningless.
    /// </exception>
    public ClientStream(INestClient client, EventFeed feed, HomePair pair, bool oneAtATime)
    {
        (_feed, _oneAtATime) = (feed, oneAtATime);
        client.KeepConnected();
        feed.AwaitReader();
        foreach (var version in (byte[][])[pair.Old, pair.Next])
        {
            Do(1);
            if (!DataModelReader.Read(version).Model.Equals(client.Latest?.Model))
                throw new InvalidOperationException("The client's model differs from the document.");
        }
    }

    protected override void Do(int operations)
    {
        if (!_oneAtATime)
        {
            _feed.Give(operations);
        }
        else
        {
            for (var i = 0; i < operations; i++)
                _feed.Give(1);
        }
    }
}
