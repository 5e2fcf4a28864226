using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>
/// The records that differ between two models. Each kind is computed when it is first read. Thread-safe: all threads
/// get the same list.
/// </summary>
internal sealed class RecordChangeLists(DataModel before, DataModel after)
{
    private IReadOnlyList<RecordChange<Thermostat>>? _thermostats;
    private IReadOnlyList<RecordChange<SmokeCoAlarm>>? _smokeCoAlarms;
    private IReadOnlyList<RecordChange<Camera>>? _cameras;
    private IReadOnlyList<RecordChange<Structure>>? _structures;

    public IReadOnlyList<RecordChange<Thermostat>> Thermostats =>
        LazyInitializer.EnsureInitialized(ref _thermostats, () => RecordChanges.Of(before.Devices.Thermostats, after.Devices.Thermostats));

    public IReadOnlyList<RecordChange<SmokeCoAlarm>> SmokeCoAlarms =>
        LazyInitializer.EnsureInitialized(ref _smokeCoAlarms, () => RecordChanges.Of(before.Devices.SmokeCoAlarms, after.Devices.SmokeCoAlarms));

    public IReadOnlyList<RecordChange<Camera>> Cameras =>
        LazyInitializer.EnsureInitialized(ref _cameras, () => RecordChanges.Of(before.Devices.Cameras, after.Devices.Cameras));

    public IReadOnlyList<RecordChange<Structure>> Structures =>
        LazyInitializer.EnsureInitialized(ref _structures, () => RecordChanges.Of(before.Structures, after.Structures));
}
