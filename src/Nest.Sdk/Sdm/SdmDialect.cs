using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Sdm;

/// <summary>The writes of Google's SDM. This version only reads, so the client refuses every write before it.</summary>
internal sealed class SdmDialect : IWriteDialect
{
    /// <summary>What the backend supports: no writes.</summary>
    public static NestCapabilities Capabilities { get; } = new(NestBackend.Sdm, []);

    public WritePlan Plan(WriteIntent intent, DataModel? home, bool check) => throw new NestNotSupportedException(NestBackend.Sdm, intent.Needs.FirstOrDefault());

    public Task SendAsync(WriteStep step, CancellationToken cancellationToken) => throw new NestNotSupportedException("The backend 'sdm' does not support writes. Nothing was sent.");
}
