using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>Writes to thermostats. See docs/protocol/works-with-nest.md#writes and #write-rules.</summary>
/// <remarks>
/// A write is checked against the last known home and sent once. The home is read first when it is not known yet; an
/// error of that read means that nothing was sent. A write completes when the server has accepted it or, with
/// <see cref="NestWriteOptions.Confirm"/>, when the stream has shown the outcome. Cancelling before the write is sent
/// changes nothing. Afterwards the outcome is unknown, and the error says so.
/// </remarks>
public interface IThermostatCommands
{
    /// <summary>Sets the target temperature in heat and cool mode.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="target">
    /// The target in either scale. Sent in the scale of the thermostat, rounded once to its step: 0.5 °C or 1 °F.
    /// Range: 9–32 °C or 50–90 °F.
    /// </param>
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
    Task<NestWriteResult> SetTargetTemperatureAsync(string deviceId, Temperature target, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets both target temperatures in heat-cool mode.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="low">
    /// The heat-to target in either scale, at least 1.5 °C or 3 °F below the high target. Sent in the scale of the
    /// thermostat, rounded once to its step: 0.5 °C or 1 °F. Range: 9–32 °C or 50–90 °F.
    /// </param>
    /// <param name="high">
    /// The cool-to target in either scale. Sent in the scale of the thermostat, rounded once to its step: 0.5 °C or 1
    /// °F. Range: 9–32 °C or 50–90 °F.
    /// </param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="SetTargetTemperatureAsync" path="/*[self::returns or self::exception]"/>
    Task<NestWriteResult> SetTargetRangeAsync(string deviceId, Temperature low, Temperature high, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets the mode. To leave eco mode, set the wanted mode.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="mode">The mode. The system must support it.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="SetTargetTemperatureAsync" path="/*[self::returns or self::exception]"/>
    /// <exception cref="ArgumentException">The mode is absent.</exception>
    Task<NestWriteResult> SetHvacModeAsync(string deviceId, HvacMode mode, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets eco mode: the thermostat stays within its eco temperatures, which cannot be written.</summary>
    /// <remarks>
    /// Leave eco mode with <see cref="SetHvacModeAsync"/>, usually with <see cref="Thermostat.PreviousHvacMode"/>.
    /// </remarks>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="SetTargetTemperatureAsync" path="/*[self::returns or self::exception]"/>
    Task<NestWriteResult> SetEcoAsync(string deviceId, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Runs the fan for a duration.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="duration">
    /// 15, 30, 45, 60, 120, 240, 480 or 960 minutes. Null uses the duration set on the thermostat.
    /// </param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="SetTargetTemperatureAsync" path="/*[self::returns or self::exception]"/>
    /// <exception cref="ArgumentException">The duration is not in whole minutes.</exception>
    Task<NestWriteResult> StartFanAsync(string deviceId, TimeSpan? duration = null, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Stops the fan.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="SetTargetTemperatureAsync" path="/*[self::returns or self::exception]"/>
    Task<NestWriteResult> StopFanAsync(string deviceId, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets the label.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="label">Up to 255 characters. Empty removes the label.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="SetTargetTemperatureAsync" path="/*[self::returns or self::exception]"/>
    /// <exception cref="ArgumentException">The label contains an unpaired surrogate.</exception>
    Task<NestWriteResult> SetLabelAsync(string deviceId, string label, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets the temperature scale that the thermostat displays.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="scale">Celsius or Fahrenheit.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="SetTargetTemperatureAsync" path="/*[self::returns or self::exception]"/>
    /// <exception cref="ArgumentException">The scale is neither of the two.</exception>
    Task<NestWriteResult> SetTemperatureScaleAsync(string deviceId, TemperatureScale scale, NestWriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sets several fields in one write.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="settings">The fields to set; at least one.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="SetTargetTemperatureAsync" path="/*[self::returns or self::exception]"/>
    /// <exception cref="ArgumentException">The settings are empty or contradict each other.</exception>
    Task<NestWriteResult> SetAsync(string deviceId, ThermostatSettings settings, NestWriteOptions? options = null, CancellationToken cancellationToken = default);
}
