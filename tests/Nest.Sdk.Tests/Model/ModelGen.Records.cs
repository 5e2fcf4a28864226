using CsCheck;
using Nest.Sdk.Collections;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

internal static partial class ModelGen
{
    public static readonly Gen<Room> Room = Gen.Select(MaybeText, MaybeText, Unknown, (id, name, rest) => new Room { RoomId = id, Name = name, ExtensionData = rest });

    public static readonly Gen<ActivityZone> ActivityZone = Gen.Select(MaybeText, MaybeText, Unknown, (id, name, rest) => new ActivityZone { Id = id, Name = name, ExtensionData = rest });

    public static readonly Gen<Eta> Eta = Gen.Select(MaybeText, MaybeTime, MaybeTime, Unknown, (id, begin, end, rest) =>
        new Eta { TripId = id, EstimatedArrivalWindowBegin = begin, EstimatedArrivalWindowEnd = end, ExtensionData = rest });

    public static readonly Gen<NestMetadata> Metadata = Gen.Select(MaybeWhole, MaybeText, Word<NestBackend>(), Unknown, (version, user, backend, rest) =>
        new NestMetadata { ClientVersion = version, UserId = user, Backend = backend, ExtensionData = rest });

    public static readonly Gen<CameraEvent> CameraEvent =
        from flags in MaybeFlag.Array[4]
        from ids in MaybeText.Array[2]
        from times in MaybeTime.Array[3]
        from urls in MaybeSecret.Array[4]
        from zones in Texts
        from rest in Unknown
        select new CameraEvent
        {
            HasSound = flags[0],
            HasMotion = flags[1],
            HasPerson = flags[2],
            HasChime = flags[3],
            SessionId = ids[0],
            Id = ids[1],
            StartTime = times[0],
            EndTime = times[1],
            UrlsExpireTime = times[2],
            WebUrl = urls[0],
            AppUrl = urls[1],
            ImageUrl = urls[2],
            AnimatedImageUrl = urls[3],
            ActivityZoneIds = zones,
            ExtensionData = rest,
        };

    public static readonly Gen<Camera> Camera =
        from texts in MaybeText.Array[7]
        from flags in MaybeFlag.Array[9]
        from kind in Word<CameraKind>()
        from protocols in Word<StreamProtocol>().Array[0, 2]
        from codecs in Texts.Array[2]
        from time in MaybeTime
        from urls in MaybeSecret.Array[3]
        from share in MaybeLink
        from zones in ActivityZone.Array[0, 2]
        from last in Gen.OneOf(Gen.Const((CameraEvent?)null), CameraEvent.Select(one => (CameraEvent?)one))
        from rest in Unknown
        select new Camera
        {
            DeviceId = texts[0],
            StructureId = texts[1],
            Name = texts[2],
            NameLong = texts[3],
            RoomId = texts[4],
            RoomName = texts[5],
            SoftwareVersion = texts[6],
            IsOnline = flags[0],
            IsStreaming = flags[1],
            IsAudioInputEnabled = flags[2],
            IsVideoHistoryEnabled = flags[3],
            IsPublicShareEnabled = flags[4],
            Kind = kind,
            StreamProtocols = protocols.ToEquatableArray(),
            VideoCodecs = codecs[0],
            AudioCodecs = codecs[1],
            HasEventImages = flags[5],
            HasClips = flags[6],
            HearsSound = flags[7],
            Rings = flags[8],
            LastIsOnlineChange = time,
            WebUrl = urls[0],
            AppUrl = urls[1],
            SnapshotUrl = urls[2],
            PublicShareUrl = share?.OriginalString,
            ActivityZones = zones.ToEquatableArray(),
            LastEvent = last,
            ExtensionData = rest,
        };

    public static readonly Gen<SmokeCoAlarm> SmokeCoAlarm =
        from texts in MaybeText.Array[8]
        from flags in MaybeFlag.Array[2]
        from times in MaybeTime.Array[2]
        from battery in Word<BatteryHealth>()
        from alarms in Word<AlarmState>().Array[2]
        from color in Word<ProtectColor>()
        from rest in Unknown
        select new SmokeCoAlarm
        {
            DeviceId = texts[0],
            StructureId = texts[1],
            Name = texts[2],
            NameLong = texts[3],
            RoomId = texts[4],
            RoomName = texts[5],
            SoftwareVersion = texts[6],
            Locale = texts[7],
            IsOnline = flags[0],
            IsManualTestActive = flags[1],
            LastConnection = times[0],
            LastManualTestTime = times[1],
            BatteryHealth = battery,
            CoAlarmState = alarms[0],
            SmokeAlarmState = alarms[1],
            UiColorState = color,
            ExtensionData = rest,
        };

    public static readonly Gen<Thermostat> Thermostat =
        from texts in MaybeText.Array[9]
        from flags in MaybeFlag.Array[10]
        from times in MaybeTime.Array[2]
        from wholes in MaybeWhole.Array[2]
        from degrees in MaybeTemperature.Array[10]
        from modes in Word<HvacMode>().Array[2]
        from state in Word<HvacState>()
        from scale in Word<TemperatureScale>()
        from training in Word<TrainingState>()
        from time in Gen.OneOf(Text, Gen.OneOf("~15", "<5", ">120", "15"))
        from rest in Unknown
        select new Thermostat
        {
            DeviceId = texts[0],
            StructureId = texts[1],
            Name = texts[2],
            NameLong = texts[3],
            RoomId = texts[4],
            RoomName = texts[5],
            SoftwareVersion = texts[6],
            Locale = texts[7],
            Label = texts[8],
            IsOnline = flags[0],
            CanCool = flags[1],
            CanHeat = flags[2],
            IsUsingEmergencyHeat = flags[3],
            HasFan = flags[4],
            HasLeaf = flags[5],
            FanTimerActive = flags[6],
            IsLocked = flags[7],
            SunlightCorrectionEnabled = flags[8],
            SunlightCorrectionActive = flags[9],
            LastConnection = times[0],
            FanTimerTimeout = times[1],
            FanTimerDuration = wholes[0],
            Humidity = wholes[1],
            TargetTemperature = degrees[0],
            TargetTemperatureHigh = degrees[1],
            TargetTemperatureLow = degrees[2],
            EcoTemperatureHigh = degrees[3],
            EcoTemperatureLow = degrees[4],
            AwayTemperatureHigh = degrees[5],
            AwayTemperatureLow = degrees[6],
            AmbientTemperature = degrees[7],
            LockedTempMin = degrees[8],
            LockedTempMax = degrees[9],
            HvacMode = modes[0],
            PreviousHvacMode = modes[1],
            HvacState = state,
            TemperatureScale = scale,
            TimeToTarget = TimeToTarget.From(time),
            TimeToTargetTraining = training,
            ExtensionData = rest,
        };

    public static readonly Gen<Structure> Structure =
        from texts in MaybeText.Array[5]
        from ids in Texts.Array[3]
        from company in MapOf(MapOf(Texts))
        from away in Word<AwayState>()
        from times in MaybeTime.Array[3]
        from enrolled in MaybeFlag
        from eta in Gen.OneOf(Gen.Const((Eta?)null), Eta.Select(one => (Eta?)one))
        from alarms in Word<AlarmState>().Array[2]
        from security in Word<SecurityState>()
        from rooms in MapOf(Room)
        from rest in Unknown
        select new Structure
        {
            StructureId = texts[0],
            Name = texts[1],
            CountryCode = texts[2],
            PostalCode = texts[3],
            TimeZone = texts[4],
            Thermostats = ids[0],
            SmokeCoAlarms = ids[1],
            Cameras = ids[2],
            CompanyDevices = company,
            Away = away,
            PeakPeriodStartTime = times[0],
            PeakPeriodEndTime = times[1],
            EtaBegin = times[2],
            RhrEnrollment = enrolled,
            Eta = eta,
            CoAlarmState = alarms[0],
            SmokeAlarmState = alarms[1],
            WwnSecurityState = security,
            Rooms = rooms,
            ExtensionData = rest,
        };

    public static readonly Gen<Devices> Devices = Gen.Select(MapOf(Thermostat), MapOf(SmokeCoAlarm), MapOf(Camera), Unknown, (thermostats, alarms, cameras, rest) =>
        new Devices { Thermostats = thermostats, SmokeCoAlarms = alarms, Cameras = cameras, ExtensionData = rest });

    public static readonly Gen<DataModel> DataModel = Gen.Select(Metadata, Devices, MapOf(Structure), Unknown, (metadata, devices, structures, rest) =>
        new DataModel { Metadata = metadata, Devices = devices, Structures = structures, ExtensionData = rest });
}
