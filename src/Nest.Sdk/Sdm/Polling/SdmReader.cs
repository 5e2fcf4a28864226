using Microsoft.Extensions.Logging;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Sdm.Rest;

namespace Nest.Sdk.Sdm.Polling;

/// <summary>Reads lists into the home, and checks what they show implausibly.</summary>
internal sealed class SdmReader(SdmRest rest, SdmHome home, ILogger logger, TimeProvider time)
{
    /// <summary>Reads of one device that check a list, in a minute.</summary>
    private const int MostChecks = 3;

    private readonly CallPace _checks = new(MostChecks, time);
    private long? _placesReadAt;

    /// <summary>The time since structures and rooms were last listed. Null before the first time.</summary>
    public TimeSpan? PlacesAge => _placesReadAt is { } since ? time.GetElapsedTime(since) : null;

    /// <summary>Lists the devices.</summary>
    /// <exception cref="NestException">The list could not be read. The home is unchanged.</exception>
    public async Task ReadDevicesAsync(CancellationToken cancellationToken)
    {
        var answer = await rest.DevicesAsync(cancellationToken).ConfigureAwait(false);
        home.TakeUser(answer.UserId);
        foreach (var device in home.TakeList(SdmResources.Devices(answer.Body), answer.AsOf))
            await CheckAsync(device, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists the structures, and then the rooms of each.</summary>
    /// <param name="changed">Called after each list, because the next may have to wait for Google's limit.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <exception cref="NestException">The structures could not be read.</exception>
    public async Task ReadPlacesAsync(Action changed, CancellationToken cancellationToken)
    {
        var answer = await rest.StructuresAsync(cancellationToken).ConfigureAwait(false);
        var structures = SdmResources.Structures(answer.Body);
        home.TakeStructures(structures);
        changed();
        foreach (var structure in structures)
        {
            if (await ReadRoomsAsync(structure.Name, cancellationToken).ConfigureAwait(false))
                changed();
        }

        _placesReadAt = time.GetTimestamp();
    }

    private async Task<bool> ReadRoomsAsync(string structure, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await rest.RoomsAsync(structure, cancellationToken).ConfigureAwait(false);
            home.TakeRooms(structure, SdmResources.Rooms(answer.Body));
            return true;
        }
        catch (NestRequestException refused) when (refused.Failure is NestRequestFailure.NotFound or NestRequestFailure.Refused)
        {
            // One structure without access must not hide the rooms of the others.
            SdmLog.RoomsNotRead(logger, refused.Message);
            return false;
        }
    }

    /// <summary>
    /// Reads a device whose listed traits are implausible. Beyond the limit, and after a failure, its last values are
    /// kept: the next list asks for the check again.
    /// </summary>
    private async Task CheckAsync(string device, CancellationToken cancellationToken)
    {
        if (!_checks.TryEnter())
            return;
        try
        {
            var answer = await rest.DeviceAsync(device, cancellationToken).ConfigureAwait(false);
            home.TakeRead(SdmResources.Device(answer.Body), answer.AsOf);
        }
        catch (NestException error) when (error is not NestAuthorizationException)
        {
            SdmLog.CheckFailed(logger, error.Message);
        }
    }
}
