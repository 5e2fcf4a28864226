using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Tests.Tools;

/// <summary>A backend for tests that need only connections. It is neither read nor written.</summary>
internal abstract class StreamOnlyProvider : INestProvider
{
    public NestBackend Backend => NestBackend.From("scripted");

    public IWriteDialect Writes => throw new NotSupportedException();

    public NestCapabilities CapabilitiesOf(DataModel? home) => new(Backend, []);

    public abstract Task RunAsync(IHomeSink sink, CancellationToken cancellationToken);

    public Task<byte[]> ReadHomeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<byte[]> ReadRawAsync(string address, CancellationToken cancellationToken) => throw new NotSupportedException();
}
