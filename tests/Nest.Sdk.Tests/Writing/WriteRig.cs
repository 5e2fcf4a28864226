using Nest.Sdk.Client;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Writing;

namespace Nest.Sdk.Tests.Writing;

/// <summary>A client over a scripted backend and a fake clock, and one write to it.</summary>
internal sealed class WriteRig : IAsyncDisposable
{
    private readonly StreamRig _stream = new(time: new SignallingTime(hearsChanges: true));

    public WriteRig()
    {
        Provider.Home = ThermostatHome.Json(20);
        Client = new NestClient(Provider, _stream.Stream, static () => { }, WriteLimits.Wwn, Time);
    }

    /// <summary>Told apart from all other waits.</summary>
    public static TimeSpan Stable { get; } = TimeSpan.FromMilliseconds(2345);

    public static NestWriteOptions Confirmed { get; } = new() { Confirm = TimeSpan.FromMinutes(5), StableFor = Stable };

    public INestClient Client { get; }

    public ScriptedProvider Provider => _stream.Provider;

    public SignallingTime Time => _stream.Time;

    public Task<NestWriteResult> SetAsync(decimal celsius, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Client.Thermostats.SetTargetTemperatureAsync(ThermostatHome.Id, Temperature.FromCelsius(celsius), options, cancellationToken);

    /// <summary>Waits until what the stream shows begins to stand.</summary>
    public Task StandsAsync() => Time.NextWaitAsync(static wait => wait == Stable);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _stream.DisposeAsync();
    }
}
