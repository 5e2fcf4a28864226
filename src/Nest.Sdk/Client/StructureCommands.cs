using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Client;

internal sealed class StructureCommands(Func<NestWrite, CancellationToken, Task> send) : IStructureCommands
{
    public Task SetAwayAsync(string structureId, AwayState away, CancellationToken cancellationToken = default) => away == AwayState.Home || away == AwayState.Away
        ? send(WriteBody.To("/structures", structureId, json => json.WriteString("away", away.ToString())), cancellationToken)
        : throw new ArgumentException($"'{away}' cannot be written: only AwayState.Home and AwayState.Away can.", nameof(away));
}
