using Nest.Sdk.Tests.Tools;
using static Nest.Sdk.Tests.Tools.ScriptedGoogle;

namespace Nest.Sdk.Tests.Sdm.Polling;

/// <summary>A stream that follows a scripted Google by polling, over a fake clock. It has no structures until a test sets some.</summary>
public abstract class PolledHomeTests : IAsyncDisposable
{
    private readonly SignallingTime _time = new();
    private readonly ScriptedGoogle _google;
    private readonly StreamRig _rig;

    protected PolledHomeTests()
    {
        _google = new ScriptedGoogle(_time);
        _google.Set("structures", """{"structures":[]}""");
        _rig = new StreamRig(time: _time, provider: _ => _google.Provider());
    }

    protected static TimeSpan Poll { get; } = TimeSpan.FromSeconds(60);

    /// <summary>The trait of a thermostat that heats and can do everything.</summary>
    protected static string Mode => Trait("ThermostatMode", "\"mode\":\"HEAT\",\"availableModes\":[\"HEAT\",\"COOL\",\"HEATCOOL\",\"OFF\"]");

    private protected SignallingTime Time => _time;

    private protected ScriptedGoogle Google => _google;

    private protected StreamRig Rig => _rig;

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _google.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static string Thermostat(int humidity) => Device("D1", $"{Mode},{Trait("Humidity", $"\"ambientHumidityPercent\":{humidity}")}");

    protected List<DateTimeOffset> ListTimes() => [.. _google.Calls.Where(static call => call.Path == "devices").Select(static call => call.At)];

    /// <summary>Lets the wait for the next list pass.</summary>
    protected Task<TimeSpan> PassIntervalAsync() => _time.PassNextWaitAsync(static wait => wait == Poll);
}
