using Microsoft.Extensions.Logging;
using Nest.Sdk.Sdm.Home;
using Nest.Sdk.Sdm.Rest;

namespace Nest.Sdk.Sdm.Polling;

/// <summary>Reads lists into the home, and checks what they show implausibly.</summary>
/// <param name="rest">The API.</param>
/// <param name="home">The home.</param>
/// <param name="checks">The pace of reads that check a list.</param>
/// <param name="logger">The logger.</param>
/// <param name="time">The clock.</param>
internal sealed class SdmReader(SdmRest rest, SdmHome home, CallPace checks, ILogger logger, TimeProvider time)
{
    private const long Never = long.MinValue;

    /// <summary>When a list is in doubt, the next one comes as soon as it can decide.</summary>
    private static readonly TimeSpan InDoubt = TimeSpan.FromMinutes(5);

    private long _placesReadAt = Never;

    /// <summary>Whether structures and rooms were ever listed.</summary>
    public bool HasPlaces => Volatile.Read(ref _placesReadAt) != Never;

    /// <summary>Gets the time until structures and rooms are due again. Zero or less when they are due.</summary>
    /// <param name="interval">How often they are listed.</param>
    public TimeSpan PlacesDueIn(TimeSpan interval)
    {
        var readAt = Volatile.Read(ref _placesReadAt);
        return readAt == Never ? TimeSpan.Zero : (home.ArePlacesInDoubt && interval > InDoubt ? InDoubt : interval) - time.GetElapsedTime(readAt);
    }

    /// <summary>Lists the devices.</summary>
    /// <returns>Whether the list shows other values or devices than before.</returns>
    /// <exception cref="NestException">The list could not be read. The home is unchanged.</exception>
    public async Task<bool> ReadDevicesAsync(CancellationToken cancellationToken)
    {
        var changes = home.Changes;
        var answer = await rest.DevicesAsync(cancellationToken).ConfigureAwait(false);
        home.TakeUser(answer.UserId);
        foreach (var device in home.TakeList(SdmResources.Devices(answer.Body), answer.At))
            await CheckAsync(device, cancellationToken).ConfigureAwait(false);
        return home.Changes != changes;
    }

    /// <summary>Lists the structures, and then the rooms of each, also after a failure of one.</summary>
    /// <param name="changed">Called after each list, because the next may have to wait for Google's limit.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <exception cref="NestException">Something could not be read. What was read is in the home.</exception>
    public async Task ReadPlacesAsync(Action changed, CancellationToken cancellationToken)
    {
        var answer = await rest.StructuresAsync(cancellationToken).ConfigureAwait(false);
        var structures = SdmResources.Structures(answer.Body);
        home.TakeStructures(structures);
        changed();
        NestRequestException? failure = null;
        foreach (var structure in structures)
        {
            try
            {
                await ReadRoomsAsync(structure.Name, cancellationToken).ConfigureAwait(false);
                changed();
            }
            catch (NestRequestException failed)
            {
                // One structure must not hide the rooms of the others.
                failure ??= failed;
            }
        }

        Volatile.Write(ref _placesReadAt, time.GetTimestamp());
        if (failure is not null)
            throw failure;
    }

    private async Task ReadRoomsAsync(string structure, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await rest.RoomsAsync(structure, cancellationToken).ConfigureAwait(false);
            home.TakeRooms(structure, SdmResources.Rooms(answer.Body));
        }
        catch (NestRequestException refused) when (!refused.IsTransient)
        {
            // Without access to a structure, a repetition is of no use.
            SdmLog.RoomsNotRead(logger, refused.Message);
        }
    }

    /// <summary>
    /// Reads a device whose listed traits are implausible. Beyond the limit, and after a failure, its last values are
    /// kept: the next list asks for the check again.
    /// </summary>
    public async Task CheckAsync(string device, CancellationToken cancellationToken)
    {
        if (!checks.TryEnter())
            return;
        try
        {
            var answer = await rest.DeviceAsync(device, cancellationToken).ConfigureAwait(false);
            home.TakeRead(SdmResources.Device(answer.Body), answer.At);
        }
        catch (NestException error) when (error is not NestAuthorizationException)
        {
            SdmLog.CheckFailed(logger, error.Message);
        }
    }
}
