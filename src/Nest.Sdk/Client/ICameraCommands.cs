namespace Nest.Sdk;

/// <summary>Writes to cameras (reference §5). A write is sent once; it completes when the server has accepted it, and the new state comes by <see cref="INestClient.Updates"/>.</summary>
public interface ICameraCommands
{
    /// <summary>Switches a camera on or off. Needs the user's explicit consent (reference §10).</summary>
    /// <param name="deviceId">The camera's id.</param>
    /// <param name="isStreaming">True switches it on.</param>
    /// <param name="cancellationToken">Ends the call; whether a write already under way takes effect is then not known.</param>
    /// <returns>Completes when the server has accepted the write.</returns>
    /// <exception cref="ArgumentException">The id cannot be one.</exception>
    /// <exception cref="NestRequestException">Nest refuses the write; the error says why.</exception>
    /// <exception cref="NestException">As <see cref="INestClient.GetAsync"/>, but nothing is repeated.</exception>
    Task SetStreamingAsync(string deviceId, bool isStreaming, CancellationToken cancellationToken = default);
}
