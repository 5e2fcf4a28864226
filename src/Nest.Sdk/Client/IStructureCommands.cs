using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>Writes to structures. See docs/protocol/works-with-nest.md#writes and #structures.</summary>
/// <remarks>A write is judged by the last known home, sent once, and completes when the server has accepted it or, with <see cref="NestWriteOptions.Confirm"/>, when the stream has told what became of it. The home is read first when it is not known yet; an error on that way says that nothing was sent.</remarks>
public interface IStructureCommands
{
    /// <summary>Says that somebody is home, or that everybody has left. Only on the user's explicit request. See docs/protocol/works-with-nest.md#write-rules.</summary>
    /// <param name="structureId">The structure's id.</param>
    /// <param name="away"><see cref="AwayState.Home"/> or <see cref="AwayState.Away"/>; Nest takes no other word.</param>
    /// <param name="options">Checks, dry run and confirmation; null checks, sends, and completes when the server has accepted the write.</param>
    /// <param name="cancellationToken">Ends the call. Before the write is sent nothing happens; afterwards the outcome is not known, and the error says so.</param>
    /// <returns>What was sent, what was checked, and what became of it as far as it was followed.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or the state is neither home nor away.</exception>
    /// <exception cref="NestNotSupportedException">The backend has no way to do this; nothing was sent.</exception>
    /// <exception cref="NestRuleException">The write breaks a rule of the service; nothing was sent.</exception>
    /// <exception cref="NestRequestException">Nest refuses the write, or failed, and then <see cref="NestException.WriteMayHaveHappened"/>; the error says why.</exception>
    /// <exception cref="NestWriteOutcomeUnknownException">The write was sent, and no answer came: it may have happened.</exception>
    /// <exception cref="NestException">As <see cref="INestClient.GetAsync"/>, but nothing is repeated.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled before anything was sent.</exception>
    Task<NestWriteResult> SetAwayAsync(string structureId, AwayState away, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets the name.</summary>
    /// <param name="structureId">The structure's id.</param>
    /// <param name="name">The name; not blank.</param>
    /// <param name="options">Checks, dry run and confirmation; null checks, sends, and completes when the server has accepted the write.</param>
    /// <param name="cancellationToken">Ends the call. Before the write is sent nothing happens; afterwards the outcome is not known, and the error says so.</param>
    /// <returns>What was sent, what was checked, and what became of it as far as it was followed.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or the name is blank or holds half a character.</exception>
    /// <exception cref="NestNotSupportedException">The backend has no way to do this; nothing was sent.</exception>
    /// <exception cref="NestRuleException">The write breaks a rule of the service; nothing was sent.</exception>
    /// <exception cref="NestRequestException">Nest refuses the write, or failed, and then <see cref="NestException.WriteMayHaveHappened"/>; the error says why.</exception>
    /// <exception cref="NestWriteOutcomeUnknownException">The write was sent, and no answer came: it may have happened.</exception>
    /// <exception cref="NestException">As <see cref="INestClient.GetAsync"/>, but nothing is repeated.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled before anything was sent.</exception>
    Task<NestWriteResult> SetNameAsync(string structureId, string name, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Tells when somebody will arrive, while the structure is away.</summary>
    /// <remarks>Nest may ignore an estimate that it finds inaccurate. Of several trips only the earliest arrival can be read again: <see cref="NestWriteOptions.Confirm"/> does not see the others.</remarks>
    /// <param name="structureId">The structure's id.</param>
    /// <param name="eta">A trip id of your choice and the earliest time; without a latest time the window is one minute long. The same trip id updates it.</param>
    /// <param name="options">Checks, dry run and confirmation; null checks, sends, and completes when the server has accepted the write.</param>
    /// <param name="cancellationToken">Ends the call. Before the write is sent nothing happens; afterwards the outcome is not known, and the error says so.</param>
    /// <returns>What was sent, what was checked, and what became of it as far as it was followed.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or the arrival lacks its trip id or its earliest time, or ends before it begins.</exception>
    /// <exception cref="NestNotSupportedException">The backend has no way to do this; nothing was sent.</exception>
    /// <exception cref="NestRuleException">The write breaks a rule of the service; nothing was sent.</exception>
    /// <exception cref="NestRequestException">Nest refuses the write, or failed, and then <see cref="NestException.WriteMayHaveHappened"/>; the error says why.</exception>
    /// <exception cref="NestWriteOutcomeUnknownException">The write was sent, and no answer came: it may have happened.</exception>
    /// <exception cref="NestException">As <see cref="INestClient.GetAsync"/>, but nothing is repeated.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled before anything was sent.</exception>
    Task<NestWriteResult> SetEtaAsync(string structureId, Eta eta, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes an arrival back.</summary>
    /// <remarks>While another trip is expected, <see cref="NestWriteOptions.Confirm"/> sees that one's arrival, or nothing.</remarks>
    /// <param name="structureId">The structure's id.</param>
    /// <param name="tripId">The id of the trip.</param>
    /// <param name="options">Checks, dry run and confirmation; null checks, sends, and completes when the server has accepted the write.</param>
    /// <param name="cancellationToken">Ends the call. Before the write is sent nothing happens; afterwards the outcome is not known, and the error says so.</param>
    /// <returns>What was sent, what was checked, and what became of it as far as it was followed.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or the trip id is blank.</exception>
    /// <exception cref="NestNotSupportedException">The backend has no way to do this; nothing was sent.</exception>
    /// <exception cref="NestRuleException">The write breaks a rule of the service; nothing was sent.</exception>
    /// <exception cref="NestRequestException">Nest refuses the write, or failed, and then <see cref="NestException.WriteMayHaveHappened"/>; the error says why.</exception>
    /// <exception cref="NestWriteOutcomeUnknownException">The write was sent, and no answer came: it may have happened.</exception>
    /// <exception cref="NestException">As <see cref="INestClient.GetAsync"/>, but nothing is repeated.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled before anything was sent.</exception>
    Task<NestWriteResult> CancelEtaAsync(string structureId, string tripId, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets several fields as one wish.</summary>
    /// <param name="structureId">The structure's id.</param>
    /// <param name="settings">What to set; at least one field.</param>
    /// <param name="options">Checks, dry run and confirmation; null checks, sends, and completes when the server has accepted the write.</param>
    /// <param name="cancellationToken">Ends the call. Before the write is sent nothing happens; afterwards the outcome is not known, and the error says so.</param>
    /// <returns>What was sent, what was checked, and what became of it as far as it was followed.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or the settings are empty or contradict each other.</exception>
    /// <exception cref="NestNotSupportedException">The backend has no way to do this; nothing was sent.</exception>
    /// <exception cref="NestRuleException">The write breaks a rule of the service; nothing was sent.</exception>
    /// <exception cref="NestRequestException">Nest refuses the write, or failed, and then <see cref="NestException.WriteMayHaveHappened"/>; the error says why.</exception>
    /// <exception cref="NestWriteOutcomeUnknownException">The write was sent, and no answer came: it may have happened.</exception>
    /// <exception cref="NestException">As <see cref="INestClient.GetAsync"/>, but nothing is repeated.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled before anything was sent.</exception>
    Task<NestWriteResult> SetAsync(string structureId, StructureSettings settings, NestWriteOptions? options = null, CancellationToken cancellationToken = default);
}
