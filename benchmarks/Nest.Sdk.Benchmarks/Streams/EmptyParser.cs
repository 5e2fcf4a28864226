using System.Net.ServerSentEvents;
using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;

namespace Nest.Sdk.Benchmarks.Streams;

/// <summary>
/// The cost of parsing a stream: the parser of the base class library on the bare stream, with an item parser that does
/// nothing.
/// </summary>
internal sealed class EmptyParser : Work
{
    private readonly EventFeed _feed;
    private int _seen;

    public EmptyParser(HomePair pair)
    {
        _feed = PutEvent.Feed(pair);
        _ = ReadAsync();
    }

    protected override void Do(int operations)
    {
        _seen = 0;
        _feed.Give(operations);
        if (_seen != operations)
            throw new InvalidOperationException("The parser has not seen all events.");
    }

    private async Task ReadAsync()
    {
        await foreach (var _ in SseParser.Create(new EventStream(_feed), static (_, _) => true).EnumerateAsync())
            _seen++;
    }
}
