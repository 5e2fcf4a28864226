using Nest.Sdk.Client;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Writing;

/// <summary>A client over a scripted backend and a fake clock, with one write.</summary>
internal sealed class WriteRig : IAsyncDisposable
{
    private readonly StreamRig _stream = new(linger: Linger, time: new SignallingTime(hearsChanges: true));

    public WriteRig()
    {
        Provider.Home = ThermostatHome.Json(20);
        Client = new NestClient("", Provider, _stream.Stream, static () => { }, Time);
    }

    /// <summary>Different from all other waits, like <see cref="Stable"/>.</summary>
    public static TimeSpan Linger { get; } = TimeSpan.FromMilliseconds(31_234);

    public static TimeSpan Stable { get; } = TimeSpan.FromMilliseconds(2345);

    public static NestWriteOptions Confirmed { get; } = new() { Confirm = TimeSpan.FromMinutes(5), StableFor = Stable };

    public INestClient Client { get; }

    public ScriptedProvider Provider => _stream.Provider;

    public SignallingTime Time => _stream.Time;

    public Task<NestWriteResult> SetAsync(decimal celsius, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Client.Thermostats.SetTargetTemperatureAsync(ThermostatHome.Id, Temperature.FromCelsius(celsius), options, cancellationToken);

    /// <summary>Opens the stream of a write with confirmation, shows the home, and returns the sent write.</summary>
    public async Task<(ScriptedConnection Stream, ScriptedWrite Sent)> OpenAndSendAsync(decimal shown = 20)
    {
        var stream = await Provider.NextAttemptAsync();
        stream.Put(ThermostatHome.Json(shown));
        return (stream, await Provider.NextWriteAsync());
    }

    public Task ConnectedAsync() => _stream.StateAsync(ConnectionStatus.Connected);

    /// <summary>Waits until the shown value starts to count as stable.</summary>
    public Task StandsAsync() => Time.NextWaitAsync(static wait => wait == Stable);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _stream.DisposeAsync();
    }
}
