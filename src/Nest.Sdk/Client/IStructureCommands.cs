using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>Writes to structures (reference §5). A write is sent once; it completes when the server has accepted it, and the new state comes by <see cref="INestClient.Updates"/>.</summary>
public interface IStructureCommands
{
    /// <summary>Says that somebody is home, or that everybody has left. Only on the user's explicit request (reference §10).</summary>
    /// <param name="structureId">The structure's id.</param>
    /// <param name="away"><see cref="AwayState.Home"/> or <see cref="AwayState.Away"/>; Nest takes no other word.</param>
    /// <param name="cancellationToken">Ends the call; whether a write already under way takes effect is then not known.</param>
    /// <returns>Completes when the server has accepted the write.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or the state is neither home nor away.</exception>
    /// <exception cref="NestRequestException">Nest refuses the write; the error says why.</exception>
    /// <exception cref="NestException">As <see cref="INestClient.GetAsync"/>, but nothing is repeated.</exception>
    Task SetAwayAsync(string structureId, AwayState away, CancellationToken cancellationToken = default);
}
