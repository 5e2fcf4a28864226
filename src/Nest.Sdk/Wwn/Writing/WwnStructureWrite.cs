using System.Globalization;
using System.Text.Json;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>Writes the settings of one structure.</summary>
internal sealed class WwnStructureWrite(StructureIntent intent) : WwnWrite(intent.Path)
{
    /// <summary>
    /// The window of a known client when only its begin is set. See docs/protocol/works-with-nest.md#structures.
    /// </summary>
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The reach. Thermostats change to and from eco with their structure. See
    /// docs/protocol/works-with-nest.md#write-rules.
    /// </summary>
    public override string Reach => intent.Settings.Away.IsAbsent ? base.Reach : WriteIntent.All;

    public override IReadOnlyList<WriteField> Fields => [.. FieldsOf(intent.Settings)];

    public override IEnumerable<NestRuleCheck> Check(DataModel home) =>
        Find(home) is { } structure ? StructureRules.Check(home, structure, intent.Settings) : [DeviceRules.Unknown(home, intent.StructureId, "structure")];

    private Structure? Find(DataModel home) => home.Structures.GetValueOrDefault(intent.StructureId);

    private IEnumerable<WriteField> FieldsOf(StructureSettings settings)
    {
        if (!settings.Away.IsAbsent)
            yield return Field("away", WriteField.Json(settings.Away.ToString()), static structure => structure.Away.IsAbsent ? null : WriteField.Json(structure.Away.ToString()));
        if (settings.Name is { } name)
            yield return Field("name", WriteField.Json(name), static structure => WriteField.JsonOrNull(structure.Name));
        if (settings.Eta is { EstimatedArrivalWindowBegin: { } begin } eta)
        {
            var value = RawJson.Parse($$"""
                {"trip_id":"{{JsonEncodedText.Encode(eta.TripId!)}}","estimated_arrival_window_begin":"{{Time(begin)}}","estimated_arrival_window_end":"{{Time(eta.EstimatedArrivalWindowEnd ?? begin + DefaultWindow)}}"}
                """);
            yield return Arrival(value, WriteField.Json(Time(begin)));
        }
        else if (settings.CancelEtaOfTrip is { } trip)
        {
            // The number 0 withdraws an ETA. See docs/protocol/works-with-nest.md#structures.
            yield return Arrival(RawJson.Parse($$"""{"trip_id":"{{JsonEncodedText.Encode(trip)}}","estimated_arrival_window_begin":0}"""), default);
        }
    }

    /// <summary>
    /// Creates the field of an ETA. Only its earliest time can be read back, and of several trips only the first.
    /// </summary>
    private WriteField Arrival(RawJson value, RawJson shown) =>
        Field("eta", value, static structure => structure.EtaBegin is { } begin ? WriteField.Json(Time(begin)) : default(RawJson)) with { Shown = shown };

    private WriteField Field(string name, RawJson value, Func<Structure, RawJson?> read) =>
        new(name, value, home => Find(home) is { } structure ? read(structure) : null);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
