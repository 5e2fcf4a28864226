using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>
/// A backend whose connections are marked as active work: a stream starts them without the context of its subscriber.
/// </summary>
internal sealed class MarkedProvider(INestProvider provider, ActiveWork work) : INestProvider
{
    public NestBackend Backend => provider.Backend;

    public IWriteDialect Writes => provider.Writes;

    public NestCapabilities CapabilitiesOf(DataModel? home) => provider.CapabilitiesOf(home);

    public async Task RunAsync(IHomeSink sink, CancellationToken cancellationToken)
    {
        work.Mark();
        await provider.RunAsync(sink, cancellationToken).ConfigureAwait(false);
    }

    public IReadOnlyList<NestEvent> EventsOf(DataModel? before, DataModel after) => provider.EventsOf(before, after);

    public Task<byte[]> ReadHomeAsync(CancellationToken cancellationToken) => provider.ReadHomeAsync(cancellationToken);

    public Task<byte[]> ReadRawAsync(string address, CancellationToken cancellationToken) => provider.ReadRawAsync(address, cancellationToken);
}
