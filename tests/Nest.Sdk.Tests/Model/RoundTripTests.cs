using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

/// <summary>Tests that a record is equal after a JSON round trip, except for the masked URLs of cameras.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void A_thermostat_is_equal_after_a_round_trip() => Check(ModelGen.Thermostat, NestJsonContext.Default.Thermostat);

    [Fact]
    public void A_protect_is_equal_after_a_round_trip() => Check(ModelGen.SmokeCoAlarm, NestJsonContext.Default.SmokeCoAlarm);

    [Fact]
    public void A_camera_with_masked_urls_is_equal_after_a_round_trip() => Check(ModelGen.Camera, NestJsonContext.Default.Camera);

    [Fact]
    public void A_camera_event_with_masked_urls_is_equal_after_a_round_trip() => Check(ModelGen.CameraEvent, NestJsonContext.Default.CameraEvent);

    [Fact]
    public void An_activity_zone_is_equal_after_a_round_trip() => Check(ModelGen.ActivityZone, NestJsonContext.Default.ActivityZone);

    [Fact]
    public void A_structure_is_equal_after_a_round_trip() => Check(ModelGen.Structure, NestJsonContext.Default.Structure);

    [Fact]
    public void A_room_is_equal_after_a_round_trip() => Check(ModelGen.Room, NestJsonContext.Default.Room);

    [Fact]
    public void An_estimate_is_equal_after_a_round_trip() => Check(ModelGen.Eta, NestJsonContext.Default.Eta);

    [Fact]
    public void Metadata_is_equal_after_a_round_trip() => Check(ModelGen.Metadata, NestJsonContext.Default.NestMetadata);

    [Fact]
    public void All_devices_are_equal_after_a_round_trip() => Check(ModelGen.Devices, NestJsonContext.Default.Devices);

    [Fact]
    public void A_home_is_equal_after_a_round_trip_through_the_serializer() => Check(ModelGen.DataModel, NestJsonContext.Default.DataModel);

    [Fact]
    public void A_home_is_equal_after_a_round_trip_through_the_reader_without_issues() => ModelGen.DataModel.Sample(
        model =>
        {
            var result = DataModelReader.Read(JsonSerializer.SerializeToUtf8Bytes(model, NestJsonContext.Default.DataModel));

            Assert.Equal(model, result.Model);
            Assert.Empty(result.Issues);
        },
        iter: 300);

    [Fact]
    public void Only_the_secret_urls_of_a_camera_change()
    {
        var camera = new Camera { Name = "Porch", WebUrl = new("https://home.example.test/1?auth=abc"), LastEvent = new() { ImageUrl = new("no url") } };

        var back = JsonSerializer.Deserialize(JsonSerializer.Serialize(camera, NestJsonContext.Default.Camera), NestJsonContext.Default.Camera)!;

        Assert.NotEqual(camera, back);
        Assert.Equal(camera with { WebUrl = new("https://home.example.test/***"), LastEvent = new() { ImageUrl = new("***") } }, back);
    }

    private static void Check<T>(Gen<T> gen, JsonTypeInfo<T> type)
        where T : class => gen.Sample(
            record =>
            {
                var json = JsonSerializer.SerializeToUtf8Bytes(record, type);
                var back = JsonSerializer.Deserialize(json, type);

                Assert.Equal(record, back);
                Assert.Equal(record.GetHashCode(), back!.GetHashCode());
                Assert.Equal(json, JsonSerializer.SerializeToUtf8Bytes(back, type));
            },
            iter: 500);
}
