using Nest.Sdk.Http;

namespace Nest.Sdk.Benchmarks.Streams;

/// <summary>A response body that never ends.</summary>
internal sealed class EventStream(EventFeed feed) : ReadOnlyStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => feed.ReadAsync(buffer, cancellationToken);
}
