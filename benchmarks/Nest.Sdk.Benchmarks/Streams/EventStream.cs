using Nest.Sdk.Http;

namespace Nest.Sdk.Benchmarks.Streams;

/// <summary>The body of a response, which never ends.</summary>
internal sealed class EventStream(EventFeed feed) : ReadOnlyStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => feed.ReadAsync(buffer, cancellationToken);
}
