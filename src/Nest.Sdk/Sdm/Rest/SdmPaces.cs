namespace Nest.Sdk.Sdm.Rest;

/// <summary>The paces of all methods for one user.</summary>
internal sealed class SdmPaces(TimeProvider time)
{
    /// <summary>Google allows 5 lists and 10 reads of a device. Other programs of the same user share the limit.</summary>
    private const int Lists = 4;

    private const int DeviceReads = 8;

    private readonly CallPace[] _paces = [.. Enum.GetValues<SdmMethod>().Select(method => new CallPace(method == SdmMethod.DevicesGet ? DeviceReads : Lists, time))];

    public CallPace Of(SdmMethod method) => _paces[(int)method];
}
