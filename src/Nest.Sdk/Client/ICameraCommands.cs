namespace Nest.Sdk;

/// <summary>Writes to cameras (see docs/protocol/works-with-nest.md#writes and #write-rules): one field of a camera can be written.</summary>
/// <remarks>A write is judged by the last known home, sent once, and completes when the server has accepted it or, with <see cref="NestWriteOptions.Confirm"/>, when the stream has told what became of it. The home is read first when it is not known yet; an error on that way says that nothing was sent.</remarks>
public interface ICameraCommands
{
    /// <summary>Switches a camera on or off. Needs the user's explicit consent. See docs/protocol/works-with-nest.md#write-rules.</summary>
    /// <param name="deviceId">The camera's id.</param>
    /// <param name="isStreaming">True switches it on.</param>
    /// <param name="options">Checks, dry run and confirmation; null checks, sends, and completes when the server has accepted the write.</param>
    /// <param name="cancellationToken">Ends the call. Before the write is sent nothing happens; afterwards the outcome is not known, and the error says so.</param>
    /// <returns>What was sent, what was checked, and what became of it as far as it was followed.</returns>
    /// <exception cref="ArgumentException">The id cannot be one.</exception>
    /// <exception cref="NestNotSupportedException">The backend has no way to do this; nothing was sent.</exception>
    /// <exception cref="NestRuleException">The write breaks a rule of the service; nothing was sent.</exception>
    /// <exception cref="NestRequestException">Nest refuses the write, or failed, and then <see cref="NestException.WriteMayHaveHappened"/>; the error says why.</exception>
    /// <exception cref="NestWriteOutcomeUnknownException">The write was sent, and no answer came: it may have happened.</exception>
    /// <exception cref="NestException">As <see cref="INestClient.GetAsync"/>, but nothing is repeated.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled before anything was sent.</exception>
    Task<NestWriteResult> SetStreamingAsync(string deviceId, bool isStreaming, NestWriteOptions? options = null, CancellationToken cancellationToken = default);
}
