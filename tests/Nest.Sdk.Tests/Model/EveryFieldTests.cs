using Nest.Sdk.Model;
using static Nest.Sdk.Tests.Model.Document;

namespace Nest.Sdk.Tests.Model;

/// <summary>Tests a document with every field of the reference against expected values.</summary>
public sealed class EveryFieldTests
{
    private static readonly DataModelReadResult Result = DataModelReader.Read(FullHome);

    [Fact]
    public void The_document_has_no_issue() => Assert.Empty(Result.Issues);

    [Fact]
    public void Reads_every_field_of_a_thermostat() => Assert.Equal(
        new Thermostat
        {
            DeviceId = "thermostat-hall-0001",
            StructureId = "structure-lake-0001",
            Name = "Hallway (Upper)",
            NameLong = "Hallway Thermostat (Upper)",
            RoomId = "where-hall-01",
            RoomName = "Hallway",
            SoftwareVersion = "5.9-9",
            IsOnline = true,
            Locale = "nl-NL",
            LastConnection = Utc(2021, 3, 4, 5, 6, 7, 89),
            CanCool = true,
            CanHeat = false,
            IsUsingEmergencyHeat = false,
            HasFan = true,
            HasLeaf = false,
            FanTimerActive = true,
            FanTimerTimeout = Utc(2021, 3, 4, 6, 0, 0),
            FanTimerDuration = 45,
            TemperatureScale = TemperatureScale.Celsius,
            TargetTemperature = Temperature.FromReading(21.5m, 71),
            TargetTemperatureHigh = Temperature.FromReading(26, 79),
            TargetTemperatureLow = Temperature.FromReading(19.5m, 67),
            EcoTemperatureHigh = Temperature.FromReading(28.5m, 83),
            EcoTemperatureLow = Temperature.FromReading(12.5m, 55),
            AwayTemperatureHigh = Temperature.FromReading(29, 84),
            AwayTemperatureLow = Temperature.FromReading(11.5m, 53),
            HvacMode = HvacMode.HeatCool,
            PreviousHvacMode = HvacMode.Eco,
            HvacState = HvacState.Cooling,
            AmbientTemperature = Temperature.FromReading(22, 71),
            Humidity = 55,
            IsLocked = true,
            LockedTempMin = Temperature.FromReading(18.5m, 65),
            LockedTempMax = Temperature.FromReading(23.5m, 75),
            Label = "Upper",
            SunlightCorrectionEnabled = true,
            SunlightCorrectionActive = false,
            TimeToTarget = TimeToTarget.From("~25"),
            TimeToTargetTraining = TrainingState.Training,
        },
        Result.Model.Devices.Thermostats["thermostat-hall-0001"]);

    [Fact]
    public void Reads_every_field_of_a_protect() => Assert.Equal(
        new SmokeCoAlarm
        {
            DeviceId = "protect-kitchen-0001",
            StructureId = "structure-lake-0001",
            Name = "Kitchen",
            NameLong = "Kitchen Nest Protect",
            RoomId = "where-kitchen-02",
            RoomName = "Kitchen",
            SoftwareVersion = "3.2rc1",
            IsOnline = false,
            Locale = "fr-CA",
            LastConnection = Utc(2021, 3, 3, 10, 20, 30, 400),
            BatteryHealth = BatteryHealth.Replace,
            CoAlarmState = AlarmState.Warning,
            SmokeAlarmState = AlarmState.Emergency,
            IsManualTestActive = true,
            LastManualTestTime = Utc(2020, 12, 31, 23, 59, 59, 999),
            UiColorState = ProtectColor.Red,
        },
        Result.Model.Devices.SmokeCoAlarms["protect-kitchen-0001"]);

    [Fact]
    public void Reads_every_field_of_a_camera() => Assert.Equal(
        new Camera
        {
            DeviceId = "camera-porch-0001",
            StructureId = "structure-lake-0001",
            Name = "Porch",
            NameLong = "Porch Camera",
            RoomId = "where-porch-03",
            RoomName = "Porch",
            SoftwareVersion = "210-700001",
            IsOnline = true,
            Kind = CameraKind.Doorbell,
            StreamProtocols = [StreamProtocol.Rtsp, StreamProtocol.WebRtc],
            VideoCodecs = ["h264"],
            AudioCodecs = ["aac", "opus"],
            HasEventImages = true,
            HasClips = false,
            HearsSound = true,
            Rings = true,
            IsStreaming = true,
            IsAudioInputEnabled = false,
            LastIsOnlineChange = Utc(2021, 2, 1, 1, 2, 3),
            IsVideoHistoryEnabled = true,
            WebUrl = new($"https://home.example.test/cameras/porch?auth={Token}"),
            AppUrl = new($"nestmobile://cameras/porch?auth={Token}"),
            IsPublicShareEnabled = true,
            PublicShareUrl = new("https://video.example.test/live/porch"),
            ActivityZones = [new() { Name = "Door", Id = "17" }, new() { Name = "Drive", Id = "18" }],
            SnapshotUrl = new($"https://pictures.example.test/snapshot/porch?auth={Token}"),
            LastEvent = new()
            {
                HasSound = true,
                HasMotion = true,
                HasPerson = false,
                HasChime = true,
                SessionId = "session-1",
                Id = "n:1",
                StartTime = Utc(2021, 3, 4, 4, 0, 0, 250),
                EndTime = Utc(2021, 3, 4, 4, 0, 30, 500),
                UrlsExpireTime = Utc(2021, 3, 14, 4, 0, 0, 250),
                WebUrl = new($"https://home.example.test/clips/1?auth={Token}"),
                AppUrl = new($"nestmobile://clips/1?auth={Token}"),
                ImageUrl = new($"https://pictures.example.test/still/1?auth={Token}"),
                AnimatedImageUrl = new($"https://pictures.example.test/gif/1?auth={Token}"),
                ActivityZoneIds = ["17"],
            },
        },
        Result.Model.Devices.Cameras["camera-porch-0001"]);

    [Fact]
    public void Reads_every_field_of_a_structure() => Assert.Equal(
        new Structure
        {
            StructureId = "structure-lake-0001",
            Name = "Lake house",
            Thermostats = ["thermostat-hall-0001"],
            SmokeCoAlarms = ["protect-kitchen-0001"],
            Cameras = ["camera-porch-0001"],
            CompanyDevices = [new("lamp_company", [new("lamp", ["lamp-0001"])])],
            Away = AwayState.Away,
            CountryCode = "NL",
            PostalCode = "1234 AB",
            TimeZone = "Europe/Amsterdam",
            PeakPeriodStartTime = Utc(2021, 7, 1, 15, 0, 0),
            PeakPeriodEndTime = Utc(2021, 7, 1, 18, 30, 0),
            RhrEnrollment = true,
            EtaBegin = Utc(2021, 3, 4, 16, 30, 0),
            Eta = new() { TripId = "trip-1", EstimatedArrivalWindowBegin = Utc(2021, 3, 4, 16, 30, 0), EstimatedArrivalWindowEnd = Utc(2021, 3, 4, 17, 0, 0) },
            CoAlarmState = AlarmState.Warning,
            SmokeAlarmState = AlarmState.Emergency,
            WwnSecurityState = SecurityState.Deter,
            Rooms =
            [
                new("where-hall-01", new() { RoomId = "where-hall-01", Name = "Hallway" }),
                new("where-kitchen-02", new() { RoomId = "where-kitchen-02", Name = "Kitchen" }),
                new("where-porch-03", new() { RoomId = "where-porch-03", Name = "Porch" }),
            ],
        },
        Result.Model.Structures["structure-lake-0001"]);

    [Fact]
    public void Reads_metadata_without_the_token()
    {
        Assert.Equal(new NestMetadata { ClientVersion = 4, UserId = "z.1.1.inventedUser=", Backend = NestBackend.Sdm }, Result.Model.Metadata);
        Assert.Empty(Result.Model.Metadata.ExtensionData);
    }

    [Fact]
    public void Keeps_company_branches_as_raw_json()
    {
        var (name, branch) = Assert.Single(Result.Model.Devices.ExtensionData);

        Assert.Equal("lamp_company", name);
        Assert.Equal("S-1", branch.ToElement().GetProperty("lamp").GetProperty("lamp-0001").GetProperty("identification").GetProperty("serial_number").GetString());
    }

    [Fact]
    public void Two_readings_of_a_document_are_equal()
    {
        var again = DataModelReader.Read(FullHome).Model;

        Assert.Equal(Result.Model, again);
        Assert.Equal(Result.Model.GetHashCode(), again.GetHashCode());
        Assert.NotSame(Result.Model, again);
    }

    [Fact]
    public void A_with_expression_changes_only_one_field()
    {
        var before = Result.Model.Devices.Thermostats["thermostat-hall-0001"];

        var after = before with { Humidity = 60 };

        Assert.Equal(55, before.Humidity);
        Assert.NotEqual(before, after);
        Assert.Equal(before, after with { Humidity = 55 });
    }

    [Fact]
    public void Changing_the_bytes_afterwards_changes_nothing()
    {
        var bytes = FullHome;
        var model = DataModelReader.Read(bytes).Model;

        Array.Fill(bytes, (byte)'x');

        Assert.Equal(Result.Model, model);
        Assert.Contains("S-1", model.Devices.ExtensionData["lamp_company"].ToString(), StringComparison.Ordinal);
    }
}
