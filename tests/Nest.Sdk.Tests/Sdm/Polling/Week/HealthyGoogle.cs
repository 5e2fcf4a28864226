using Nest.Sdk.Sdm;
using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>Google's API over a house that does not change, without any trouble.</summary>
internal sealed class HealthyGoogle : IDisposable
{
    private readonly ScriptedGoogle _script;

    public HealthyGoogle(SteppedTime time, TrueHouse house)
    {
        _script = new ScriptedGoogle(time);
        _script.SetDevices([.. house.Thermostats.Select(static thermostat => thermostat.ToJson())]);
        _script.Set("structures", TrueHouse.StructuresJson);
        for (var number = 0; number < TrueHouse.Structures; number++)
            _script.Set($"structures/S{number}/rooms", house.RoomsJson($"S{number}"));
        Provider = _script.Provider();
    }

    public SdmProvider Provider { get; }

    public void Dispose() => _script.Dispose();
}
