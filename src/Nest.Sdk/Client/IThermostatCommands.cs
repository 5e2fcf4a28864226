using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>Writes to thermostats. See docs/protocol/works-with-nest.md#writes and #write-rules.</summary>
/// <remarks>A write is judged by the last known home, sent once, and completes when the server has accepted it or, with <see cref="NestWriteOptions.Confirm"/>, when the stream has told what became of it. The home is read first when it is not known yet; an error on that way says that nothing was sent.</remarks>
public interface IThermostatCommands
{
    /// <summary>Sets the target temperature, in the modes heat and cool.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="target">The target in either scale. Sent in the scale of the thermostat, rounded once to its step: 0.5 °C or 1 °F. Nest takes 9–32 °C or 50–90 °F.</param>
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
    Task<NestWriteResult> SetTargetTemperatureAsync(string deviceId, Temperature target, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets both target temperatures, in the mode heat-cool.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="low">The heat-to target in either scale, at least 1.5 °C or 3 °F below the high one. Sent in the scale of the thermostat, rounded once to its step: 0.5 °C or 1 °F. Nest takes 9–32 °C or 50–90 °F.</param>
    /// <param name="high">The cool-to target in either scale. Sent in the scale of the thermostat, rounded once to its step: 0.5 °C or 1 °F. Nest takes 9–32 °C or 50–90 °F.</param>
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
    Task<NestWriteResult> SetTargetRangeAsync(string deviceId, Temperature low, Temperature high, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets the mode. To leave eco, set the wanted mode.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="mode">The mode; it must fit what the system can do.</param>
    /// <param name="options">Checks, dry run and confirmation; null checks, sends, and completes when the server has accepted the write.</param>
    /// <param name="cancellationToken">Ends the call. Before the write is sent nothing happens; afterwards the outcome is not known, and the error says so.</param>
    /// <returns>What was sent, what was checked, and what became of it as far as it was followed.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or the mode is absent.</exception>
    /// <exception cref="NestNotSupportedException">The backend has no way to do this; nothing was sent.</exception>
    /// <exception cref="NestRuleException">The write breaks a rule of the service; nothing was sent.</exception>
    /// <exception cref="NestRequestException">Nest refuses the write, or failed, and then <see cref="NestException.WriteMayHaveHappened"/>; the error says why.</exception>
    /// <exception cref="NestWriteOutcomeUnknownException">The write was sent, and no answer came: it may have happened.</exception>
    /// <exception cref="NestException">As <see cref="INestClient.GetAsync"/>, but nothing is repeated.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled before anything was sent.</exception>
    Task<NestWriteResult> SetHvacModeAsync(string deviceId, HvacMode mode, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets the mode eco: the thermostat keeps within its eco temperatures, which cannot be written.</summary>
    /// <remarks>The way back is <see cref="SetHvacModeAsync"/>, as a rule with <see cref="Thermostat.PreviousHvacMode"/>.</remarks>
    /// <param name="deviceId">The thermostat's id.</param>
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
    Task<NestWriteResult> SetEcoAsync(string deviceId, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Runs the fan for a while.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="duration">15, 30, 45, 60, 120, 240, 480 or 960 minutes; null runs it for as long as the thermostat is set to.</param>
    /// <param name="options">Checks, dry run and confirmation; null checks, sends, and completes when the server has accepted the write.</param>
    /// <param name="cancellationToken">Ends the call. Before the write is sent nothing happens; afterwards the outcome is not known, and the error says so.</param>
    /// <returns>What was sent, what was checked, and what became of it as far as it was followed.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or the duration is not in whole minutes.</exception>
    /// <exception cref="NestNotSupportedException">The backend has no way to do this; nothing was sent.</exception>
    /// <exception cref="NestRuleException">The write breaks a rule of the service; nothing was sent.</exception>
    /// <exception cref="NestRequestException">Nest refuses the write, or failed, and then <see cref="NestException.WriteMayHaveHappened"/>; the error says why.</exception>
    /// <exception cref="NestWriteOutcomeUnknownException">The write was sent, and no answer came: it may have happened.</exception>
    /// <exception cref="NestException">As <see cref="INestClient.GetAsync"/>, but nothing is repeated.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled before anything was sent.</exception>
    Task<NestWriteResult> StartFanAsync(string deviceId, TimeSpan? duration = null, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Stops the fan.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
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
    Task<NestWriteResult> StopFanAsync(string deviceId, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets the label.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="label">Up to 255 characters; empty takes it away.</param>
    /// <param name="options">Checks, dry run and confirmation; null checks, sends, and completes when the server has accepted the write.</param>
    /// <param name="cancellationToken">Ends the call. Before the write is sent nothing happens; afterwards the outcome is not known, and the error says so.</param>
    /// <returns>What was sent, what was checked, and what became of it as far as it was followed.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or the label holds half a character.</exception>
    /// <exception cref="NestNotSupportedException">The backend has no way to do this; nothing was sent.</exception>
    /// <exception cref="NestRuleException">The write breaks a rule of the service; nothing was sent.</exception>
    /// <exception cref="NestRequestException">Nest refuses the write, or failed, and then <see cref="NestException.WriteMayHaveHappened"/>; the error says why.</exception>
    /// <exception cref="NestWriteOutcomeUnknownException">The write was sent, and no answer came: it may have happened.</exception>
    /// <exception cref="NestException">As <see cref="INestClient.GetAsync"/>, but nothing is repeated.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled before anything was sent.</exception>
    Task<NestWriteResult> SetLabelAsync(string deviceId, string label, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets the scale that the thermostat displays.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="scale">Celsius or Fahrenheit.</param>
    /// <param name="options">Checks, dry run and confirmation; null checks, sends, and completes when the server has accepted the write.</param>
    /// <param name="cancellationToken">Ends the call. Before the write is sent nothing happens; afterwards the outcome is not known, and the error says so.</param>
    /// <returns>What was sent, what was checked, and what became of it as far as it was followed.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or the scale is neither of the two.</exception>
    /// <exception cref="NestNotSupportedException">The backend has no way to do this; nothing was sent.</exception>
    /// <exception cref="NestRuleException">The write breaks a rule of the service; nothing was sent.</exception>
    /// <exception cref="NestRequestException">Nest refuses the write, or failed, and then <see cref="NestException.WriteMayHaveHappened"/>; the error says why.</exception>
    /// <exception cref="NestWriteOutcomeUnknownException">The write was sent, and no answer came: it may have happened.</exception>
    /// <exception cref="NestException">As <see cref="INestClient.GetAsync"/>, but nothing is repeated.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled before anything was sent.</exception>
    Task<NestWriteResult> SetTemperatureScaleAsync(string deviceId, TemperatureScale scale, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets several fields as one wish.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
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
    Task<NestWriteResult> SetAsync(string deviceId, ThermostatSettings settings, NestWriteOptions? options = null, CancellationToken cancellationToken = default);
}
