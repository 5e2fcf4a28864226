using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Soak.Wwn;

/// <summary>Changes the home continuously. A counter in the home numbers the changes.</summary>
internal sealed class HomeCounter(FakeNestServer server)
{
    private readonly string _path = $"/devices/thermostats/{server.Home.ThermostatId("Hallway")}/fan_timer_duration";
    private int _value;

    public int Value => Volatile.Read(ref _value);

    public static int Of(DataModel home) => home.Devices.Thermostats.Values.Max(thermostat => thermostat.FanTimerDuration) ?? 0;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            // Starts above the initial value of the house.
            await server.SetAsync(_path, 1000 + Interlocked.Increment(ref _value));
            await Pause.ForAsync(TimeSpan.FromMilliseconds(3), cancellationToken);
        }
    }
}
