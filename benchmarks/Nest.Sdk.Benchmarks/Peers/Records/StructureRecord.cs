namespace Nest.Sdk.Benchmarks.Peers.Records;

internal sealed record StructureRecord
{
    public string? StructureId { get; init; }

    public string? Name { get; init; }

    public Items<string>? Thermostats { get; init; }

    public Items<string>? SmokeCoAlarms { get; init; }

    public Items<string>? Cameras { get; init; }

    public string? Away { get; init; }

    public string? CountryCode { get; init; }

    public string? PostalCode { get; init; }

    public string? TimeZone { get; init; }

    public bool? RhrEnrollment { get; init; }

    public DateTimeOffset? EtaBegin { get; init; }

    public string? CoAlarmState { get; init; }

    public string? SmokeAlarmState { get; init; }

    public string? WwnSecurityState { get; init; }

    public Table<WhereRecord>? Wheres { get; init; }
}
