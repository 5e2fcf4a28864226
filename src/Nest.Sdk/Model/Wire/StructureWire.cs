using Nest.Sdk.Collections;
using static Nest.Sdk.Model.Wire.Codecs;

namespace Nest.Sdk.Model.Wire;

/// <summary>Each member of a Structure on the wire, once: for reading, for writing, and for setting single leaves.</summary>
internal static partial class StructureWire
{
    public static WireType<Structure> Type { get; } = new WireTypeBuilder<Structure>(static () => new Structure(), static record => record with { }, Slots.ExtensionData)
        .Field("structure_id", Slots.StructureId, Text)
        .Field("name", Slots.Name, Text)
        .Field("thermostats", Slots.Thermostats, Texts)
        .Field("smoke_co_alarms", Slots.SmokeCoAlarms, Texts)
        .Field("cameras", Slots.Cameras, Texts)
        .Field("devices", Slots.CompanyDevices, CompanyIds)
        .Field("away", Slots.Away, Word<AwayState>())
        .Field("country_code", Slots.CountryCode, Text)
        .Field("postal_code", Slots.PostalCode, Text)
        .Field("time_zone", Slots.TimeZone, Text)
        .Field("peak_period_start_time", Slots.PeakPeriodStartTime, Time)
        .Field("peak_period_end_time", Slots.PeakPeriodEndTime, Time)
        .Field("rhr_enrollment", Slots.RhrEnrollment, Flag)
        .Field("eta_begin", Slots.EtaBegin, Time)
        .Field("eta", Slots.Eta, Object(EtaWire.Type))
        .Field("co_alarm_state", Slots.CoAlarmState, Word<AlarmState>())
        .Field("smoke_alarm_state", Slots.SmokeAlarmState, Word<AlarmState>())
        .Field("wwn_security_state", Slots.WwnSecurityState, Word<SecurityState>())
        .Field("wheres", Slots.Rooms, MapOf(RoomWire.Type))
        .Build();

    private static Codec<EquatableMap<EquatableMap<EquatableArray<string>>>> CompanyIds =>
        new MapCodec<EquatableMap<EquatableArray<string>>>(new MapCodec<EquatableArray<string>>(Texts));
}
