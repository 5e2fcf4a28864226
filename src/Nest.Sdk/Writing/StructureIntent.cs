using System.Globalization;
using System.Text.Json;
using Nest.Sdk.Model;

namespace Nest.Sdk.Writing;

/// <summary>A change of one structure, as fields of the wire.</summary>
internal sealed record StructureIntent(string StructureId, StructureChange Change) : WriteIntent
{
    /// <summary>What a known client takes for the window when only its begin is told (reference §8.2).</summary>
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(1);

    /// <summary>A later one has no end.</summary>
    public static DateTimeOffset LatestBegin { get; } = DateTimeOffset.MaxValue - DefaultWindow;

    public override string Path { get; } = WritePath.Of("/structures", StructureId, "structureId");

    /// <summary>Thermostats go to eco and come back with their structure (reference §10).</summary>
    public override string Reach => Change.Away.IsAbsent ? Path : All;

    public override IReadOnlyList<WriteField> Fields(DataModel? home) => [.. FieldsOf(Change)];

    public override IEnumerable<NestRuleCheck> Check(DataModel home, WriteLimits limits) =>
        Find(home) is { } structure ? StructureRules.Check(home, structure, Change) : [DeviceRules.Unknown(home, StructureId, "structure")];

    private Structure? Find(DataModel home) => home.Structures.GetValueOrDefault(StructureId);

    private IEnumerable<WriteField> FieldsOf(StructureChange change)
    {
        if (!change.Away.IsAbsent)
            yield return Field("away", WriteField.Json(change.Away.ToString()), static structure => structure.Away.IsAbsent ? null : WriteField.Json(structure.Away.ToString()));
        if (change.Name is { } name)
            yield return Field("name", WriteField.Json(name), static structure => WriteField.JsonOrNull(structure.Name));
        if (change.Eta is { EstimatedArrivalWindowBegin: { } begin } eta)
        {
            var value = RawJson.Parse($$"""
                {"trip_id":"{{JsonEncodedText.Encode(eta.TripId!)}}","estimated_arrival_window_begin":"{{Time(begin)}}","estimated_arrival_window_end":"{{Time(eta.EstimatedArrivalWindowEnd ?? begin + DefaultWindow)}}"}
                """);
            yield return Arrival(value, WriteField.Json(Time(begin)));
        }
        else if (change.CancelEtaOfTrip is { } trip)
        {
            // The number 0 takes an arrival back (reference §8.2).
            yield return Arrival(RawJson.Parse($$"""{"trip_id":"{{JsonEncodedText.Encode(trip)}}","estimated_arrival_window_begin":0}"""), default);
        }
    }

    /// <summary>Of an arrival only the earliest time can be read again, and of several trips that of the first.</summary>
    private WriteField Arrival(RawJson value, RawJson shown) =>
        Field("eta", value, static structure => structure.EtaBegin is { } begin ? WriteField.Json(Time(begin)) : default(RawJson)) with { Shown = shown };

    private WriteField Field(string name, RawJson value, Func<Structure, RawJson?> read) =>
        new(name, value, home => Find(home) is { } structure ? read(structure) : null);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
