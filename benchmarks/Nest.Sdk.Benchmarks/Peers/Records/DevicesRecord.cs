namespace Nest.Sdk.Benchmarks.Peers.Records;

internal sealed record DevicesRecord
{
    public Table<ThermostatRecord>? Thermostats { get; init; }

    public Table<ProtectRecord>? SmokeCoAlarms { get; init; }

    public Table<CameraRecord>? Cameras { get; init; }
}
