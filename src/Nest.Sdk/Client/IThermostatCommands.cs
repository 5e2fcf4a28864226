using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>Writes to thermostats (reference §5). A write is sent once; it completes when the server has accepted it, and the new state comes by <see cref="INestClient.Updates"/>.</summary>
public interface IThermostatCommands
{
    /// <summary>Sets the target temperature; Nest takes it in the modes heat and cool.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="target">The target; sent in its own scale, rounded to Nest's step: 0.5 °C or 1 °F. Nest takes 9–32 °C or 50–90 °F.</param>
    /// <param name="cancellationToken">Ends the call; whether a write already under way takes effect is then not known.</param>
    /// <returns>Completes when the server has accepted the write.</returns>
    /// <exception cref="ArgumentException">The id cannot be one.</exception>
    /// <exception cref="NestRequestException">Nest refuses the write; the error says which rule.</exception>
    /// <exception cref="NestException">As <see cref="INestClient.GetAsync"/>, but nothing is repeated.</exception>
    Task SetTargetTemperatureAsync(string deviceId, Temperature target, CancellationToken cancellationToken = default);

    /// <summary>Sets the mode. To leave eco, set the wanted mode.</summary>
    /// <param name="deviceId">The thermostat's id.</param>
    /// <param name="mode">The mode; it must fit what the system can do.</param>
    /// <param name="cancellationToken">Ends the call; whether a write already under way takes effect is then not known.</param>
    /// <returns>Completes when the server has accepted the write.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or the mode is absent.</exception>
    /// <exception cref="NestRequestException">Nest refuses the write; the error says which rule.</exception>
    /// <exception cref="NestException">As <see cref="INestClient.GetAsync"/>, but nothing is repeated.</exception>
    Task SetHvacModeAsync(string deviceId, HvacMode mode, CancellationToken cancellationToken = default);
}
