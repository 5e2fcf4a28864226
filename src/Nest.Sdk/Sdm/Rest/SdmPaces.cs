using System.Collections.Concurrent;

namespace Nest.Sdk.Sdm.Rest;

/// <summary>
/// The paces of all methods for one user. All clients of a process that use the same credential share them: Google counts
/// the calls of a user, not those of a client.
/// </summary>
internal sealed class SdmPaces(TimeProvider time)
{
    /// <summary>Google allows 5 lists and 10 reads of a device. Other programs of the same user share the limit.</summary>
    private const int Lists = 4;

    private const int DeviceReads = 8;

    /// <summary>Reads of one device that check a list.</summary>
    private const int MostChecks = 3;

    private static readonly ConcurrentDictionary<SdmUser, SdmPaces> Users = new();

    private readonly CallPace[] _paces = [.. Enum.GetValues<SdmMethod>().Select(method => new CallPace(method == SdmMethod.DevicesGet ? DeviceReads : Lists, time))];

    /// <summary>The pace of reads that check a list, which count as reads of a device too.</summary>
    public CallPace Checks { get; } = new(MostChecks, time);

    /// <summary>Gets the paces of a user. Those of users without a call for two days are forgotten.</summary>
    public static SdmPaces Of(SdmUser user, TimeProvider time)
    {
        foreach (var (other, paces) in Users)
        {
            if (paces._paces.All(static pace => pace.IsIdle))
                Users.TryRemove(KeyValuePair.Create(other, paces));
        }

        return Users.GetOrAdd(user, static (_, clock) => new SdmPaces(clock), time);
    }

    public CallPace Of(SdmMethod method) => _paces[(int)method];
}
