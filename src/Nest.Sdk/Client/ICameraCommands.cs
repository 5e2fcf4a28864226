namespace Nest.Sdk;

/// <summary>
/// Writes to cameras. One field of a camera can be written. See docs/protocol/works-with-nest.md#writes and
/// #write-rules.
/// </summary>
/// <remarks>
/// A write is checked against the last known home and sent once. The home is read first when it is not known yet; an
/// error of that read means that nothing was sent. A write completes when the server has accepted it or, with
/// <see cref="NestWriteOptions.Confirm"/>, when the stream has shown the outcome. Cancelling before the write is sent
/// changes nothing. Afterwards the outcome is unknown, and the error says so.
/// </remarks>
public interface ICameraCommands
{
    /// <summary>
    /// Turns the stream of a camera on or off. Needs the user's explicit consent. See
    /// docs/protocol/works-with-nest.md#write-rules.
    /// </summary>
    /// <param name="deviceId">The camera's id.</param>
    /// <param name="isStreaming">True turns it on.</param>
    /// <param name="options">
    /// Checks, dry run and confirmation. Null means the defaults: checks and sends the write, and completes when the
    /// server has accepted it.
    /// </param>
    /// <param name="cancellationToken">Cancels the call. After the write was sent, the outcome is unknown.</param>
    /// <returns>What was sent, which rules were checked, and the outcome as far as it was followed.</returns>
    /// <exception cref="ArgumentException">The id is empty or contains '/'.</exception>
    /// <exception cref="NestNotSupportedException">
    /// The backend does not support this write. Nothing was sent.
    /// </exception>
    /// <exception cref="NestRuleException">The write breaks a rule of the service. Nothing was sent.</exception>
    /// <exception cref="NestRequestException">
    /// Nest refused the write, or failed: then <see cref="NestException.WriteMayHaveHappened"/> is true.
    /// </exception>
    /// <exception cref="NestWriteOutcomeUnknownException">
    /// The write was sent, but no response came. It may have been applied.
    /// </exception>
    /// <exception cref="NestException">
    /// The same errors as <see cref="INestClient.GetAsync"/>, without retries.
    /// </exception>
    /// <exception cref="OperationCanceledException">The call was cancelled before anything was sent.</exception>
    Task<NestWriteResult> SetStreamingAsync(string deviceId, bool isStreaming, NestWriteOptions? options = null, CancellationToken cancellationToken = default);
}
