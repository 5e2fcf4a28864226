using CsCheck;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Wwn.Events;

/// <summary>
/// A home with two cameras and two Protects that changes at random, also in ways that no service should.
/// </summary>
internal static class HomeWalk
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Words = ["", "ok", "ok", "warning", "emergency", "unheard-of"];

    public static DataModel Start { get; } = new()
    {
        Devices = new Devices
        {
            Cameras = [new("c0", new Camera()), new("c1", new Camera { LastEvent = new CameraEvent { HasMotion = true, StartTime = Noon } })],
            SmokeCoAlarms = [new("p0", new SmokeCoAlarm { SmokeAlarmState = AlarmState.Ok, CoAlarmState = AlarmState.Ok }), new("p1", new SmokeCoAlarm { SmokeAlarmState = AlarmState.Warning })],
        },
    };

    public static Gen<Step> AnyStep { get; } = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 13], Gen.Int[0, 5], static (device, what, value) => new Step(device, what, value));

    /// <summary>A copy of the home in new objects.</summary>
    public static DataModel Copy(DataModel home) => home with
    {
        Devices = home.Devices with
        {
            Cameras = [.. home.Devices.Cameras.Select(each => KeyValuePair.Create(each.Key, each.Value with { LastEvent = each.Value.LastEvent is { } what ? what with { } : null }))],
            SmokeCoAlarms = [.. home.Devices.SmokeCoAlarms.Select(each => KeyValuePair.Create(each.Key, each.Value with { }))],
        },
    };

    /// <param name="Device">The camera or Protect.</param>
    /// <param name="What">The kind of change.</param>
    /// <param name="Value">Its value.</param>
    public sealed record Step(int Device, int What, int Value)
    {
        public DataModel Apply(DataModel home)
        {
            var cameras = home.Devices.Cameras;
            var alarms = home.Devices.SmokeCoAlarms;
            var (cameraId, alarmId) = ($"c{Device}", $"p{Device}");
            var camera = cameras.GetValueOrDefault(cameraId);
            var alarm = alarms.GetValueOrDefault(alarmId) ?? new SmokeCoAlarm();
            var devices = What switch
            {
                0 => home.Devices with { Cameras = cameras.Remove(cameraId) },
                1 => home.Devices with { SmokeCoAlarms = alarms.Remove(alarmId) },
                2 or 3 => home.Devices with { SmokeCoAlarms = alarms.SetItem(alarmId, alarm with { SmokeAlarmState = AlarmState.From(Words[Value]) }) },
                4 => home.Devices with { SmokeCoAlarms = alarms.SetItem(alarmId, alarm with { CoAlarmState = AlarmState.From(Words[Value]) }) },
                5 => home.Devices with { Thermostats = home.Devices.Thermostats.SetItem("t", new Thermostat { Humidity = Value }) },
                6 => home.Devices with { Cameras = cameras.SetItem(cameraId, (camera ?? new Camera()) with { LastEvent = null }) },
                _ => home.Devices with { Cameras = cameras.SetItem(cameraId, (camera ?? new Camera()) with { LastEvent = Next(camera?.LastEvent ?? new CameraEvent { StartTime = Noon }) }) },
            };
            return home with { Devices = devices };
        }

        private CameraEvent Next(CameraEvent what) => What switch
        {
            // A next event whose end still belongs to the previous one.
            7 => what with { StartTime = (what.StartTime ?? Noon).AddMinutes(1), HasMotion = Value % 2 == 0, HasPerson = Value > 2, HasSound = null },
            8 => what with { StartTime = (what.StartTime ?? Noon).AddMinutes(1), EndTime = (what.StartTime ?? Noon).AddMinutes(1).AddSeconds(Value), HasSound = Value % 2 == 0 },
            9 => what with { EndTime = what.StartTime?.AddSeconds(Value) },
            10 => what with { HasMotion = Value < 3, HasPerson = Value % 3 == 0 ? null : Value % 3 == 1, HasSound = Value % 2 == 0 },
            11 => what with { ActivityZoneIds = [$"{Value % 2}"] },
            12 => what with { ImageUrl = new SecretUri($"https://x/{Value}") },
            _ => Value switch
            {
                0 => what with { StartTime = null },
                1 => what with { EndTime = null },
                _ => what with { StartTime = (what.StartTime ?? Noon).AddMinutes(-Value) },
            },
        };
    }
}
