using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>Writes to structures. See docs/protocol/works-with-nest.md#writes and #structures.</summary>
/// <remarks>
/// A write is checked against the last known home and sent once. The home is read first when it is not known yet; an
/// error of that read means that nothing was sent. A write completes when the server has accepted it or, with
/// <see cref="NestWriteOptions.Confirm"/>, when the stream has shown the outcome. Cancelling before the write is sent
/// changes nothing. Afterwards the outcome is unknown, and the error says so.
/// </remarks>
public interface IStructureCommands
{
    /// <summary>
    /// Sets whether someone is home or everyone is away. Only on the user's explicit request. See
    /// docs/protocol/works-with-nest.md#write-rules.
    /// </summary>
    /// <param name="structureId">The structure's id.</param>
    /// <param name="away">
    /// <see cref="AwayState.Home"/> or <see cref="AwayState.Away"/>. Nest accepts no other value.
    /// </param>
    /// <param name="options">
    /// Checks, dry run and confirmation. Null means the defaults: checks and sends the write, and completes when the
    /// server has accepted it.
    /// </param>
    /// <param name="cancellationToken">Cancels the call. After the write was sent, the outcome is unknown.</param>
    /// <returns>What was sent, which rules were checked, and the outcome as far as it was followed.</returns>
    /// <exception cref="ArgumentException">
    /// The id is empty or contains '/', or the state is neither home nor away.
    /// </exception>
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
    Task<NestWriteResult> SetAwayAsync(string structureId, AwayState away, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets the name.</summary>
    /// <param name="structureId">The structure's id.</param>
    /// <param name="name">The name; not blank.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="SetAwayAsync"
    /// path="/*[self::returns or self::exception[not(contains(@cref, '.ArgumentException'))]]"/>
    /// <exception cref="ArgumentException">
    /// The id is empty or contains '/', or the name is blank or contains an unpaired surrogate.
    /// </exception>
    Task<NestWriteResult> SetNameAsync(string structureId, string name, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Announces the time of an arrival, while the structure is away.</summary>
    /// <remarks>
    /// Nest may ignore an estimate that it considers inaccurate. Of several trips, only the earliest arrival can be
    /// read back: <see cref="NestWriteOptions.Confirm"/> does not see the others.
    /// </remarks>
    /// <param name="structureId">The structure's id.</param>
    /// <param name="eta">
    /// A trip id of your choice and the earliest time. Without a latest time the window is one minute long. The same
    /// trip id updates the arrival.
    /// </param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="SetAwayAsync"
    /// path="/*[self::returns or self::exception[not(contains(@cref, '.ArgumentException'))]]"/>
    /// <exception cref="ArgumentException">
    /// The id is empty or contains '/', the arrival has no trip id or no earliest time, or it ends before it begins.
    /// </exception>
    Task<NestWriteResult> SetEtaAsync(string structureId, Eta eta, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Withdraws an arrival.</summary>
    /// <remarks>
    /// While another trip is expected, <see cref="NestWriteOptions.Confirm"/> sees the arrival of that trip, or
    /// nothing.
    /// </remarks>
    /// <param name="structureId">The structure's id.</param>
    /// <param name="tripId">The id of the trip.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="SetAwayAsync"
    /// path="/*[self::returns or self::exception[not(contains(@cref, '.ArgumentException'))]]"/>
    /// <exception cref="ArgumentException">The id is empty or contains '/', or the trip id is blank.</exception>
    Task<NestWriteResult> CancelEtaAsync(string structureId, string tripId, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets several fields in one write.</summary>
    /// <param name="structureId">The structure's id.</param>
    /// <param name="settings">The fields to set; at least one.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="SetAwayAsync"
    /// path="/*[self::returns or self::exception[not(contains(@cref, '.ArgumentException'))]]"/>
    /// <exception cref="ArgumentException">
    /// The id is empty or contains '/', or the settings are empty or contradict each other.
    /// </exception>
    Task<NestWriteResult> SetAsync(string structureId, StructureSettings settings, NestWriteOptions? options = null, CancellationToken cancellationToken = default);
}
