using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Tests.Model;

/// <summary>
/// Tests that the tables have exactly the fields of the reference: no field is missing, duplicate or invented.
/// </summary>
public sealed class WireNamesTests
{
    private const string Shared = "device_id structure_id name name_long where_id where_name software_version is_online";

    [Fact]
    public void A_thermostat_has_the_49_fields_of_the_reference()
    {
        Check(ThermostatWire.Type, $"""
            {Shared} locale last_connection
            can_cool can_heat is_using_emergency_heat has_fan has_leaf fan_timer_active fan_timer_timeout fan_timer_duration temperature_scale
            target_temperature_f target_temperature_c target_temperature_high_f target_temperature_high_c target_temperature_low_f target_temperature_low_c
            eco_temperature_high_f eco_temperature_high_c eco_temperature_low_f eco_temperature_low_c
            away_temperature_high_f away_temperature_high_c away_temperature_low_f away_temperature_low_c
            hvac_mode previous_hvac_mode hvac_state ambient_temperature_f ambient_temperature_c humidity
            is_locked locked_temp_min_f locked_temp_min_c locked_temp_max_f locked_temp_max_c
            label sunlight_correction_enabled sunlight_correction_active time_to_target time_to_target_training
            """);
        Assert.Equal(49, ThermostatWire.Type.Fields.Count);
    }

    [Fact]
    public void A_protect_has_the_fields_of_the_reference() => Check(SmokeCoAlarmWire.Type, $"""
        {Shared} locale last_connection battery_health co_alarm_state smoke_alarm_state is_manual_test_active last_manual_test_time ui_color_state
        """);

    [Fact]
    public void A_camera_has_the_fields_of_the_reference() => Check(CameraWire.Type, $"""
        {Shared} is_streaming is_audio_input_enabled last_is_online_change is_video_history_enabled web_url app_url
        is_public_share_enabled public_share_url activity_zones snapshot_url last_event
        kind stream_protocols video_codecs audio_codecs has_event_images has_clips hears_sound rings
        """);

    [Fact]
    public void A_camera_event_has_the_fields_of_the_reference() => Check(CameraEventWire.Type, """
        has_sound has_motion has_person has_chime session id start_time end_time urls_expire_time web_url app_url image_url animated_image_url activity_zone_ids
        """);

    [Fact]
    public void A_structure_has_the_fields_of_the_reference() => Check(StructureWire.Type, """
        structure_id name thermostats smoke_co_alarms cameras devices away country_code postal_code time_zone
        peak_period_start_time peak_period_end_time rhr_enrollment eta_begin eta co_alarm_state smoke_alarm_state wwn_security_state wheres
        """);

    [Fact]
    public void The_small_records_have_the_fields_of_the_reference()
    {
        Check(RoomWire.Type, "where_id name");
        Check(ActivityZoneWire.Type, "name id");
        Check(EtaWire.Type, "trip_id estimated_arrival_window_begin estimated_arrival_window_end");
        Check(NestMetadataWire.Type, "client_version user_id backend");
        Check(DevicesWire.Type, "thermostats smoke_co_alarms cameras");
        Check(DataModelWire.Type, "metadata devices structures");
    }

    private static void Check<T>(WireType<T> type, string names)
        where T : class
    {
        var expected = names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(expected.Order(StringComparer.Ordinal), type.Fields.Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.All(type.Fields, field => Assert.Same(field, type.Find(field.Utf8Name)));
        Assert.Null(type.Find("humidit"u8));
        Assert.Null(type.Find(""u8));
    }
}
