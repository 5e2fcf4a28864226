using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

public sealed class OpenEnumTests
{
    [Fact]
    public void Known_words_are_those_of_the_reference()
    {
        Check(NestJsonContext.Default.AwayState, "home", "away", "auto-away", "unknown");
        Check(NestJsonContext.Default.HvacMode, "heat", "cool", "heat-cool", "eco", "off");
        Check(NestJsonContext.Default.HvacState, "heating", "cooling", "off");
        Check(NestJsonContext.Default.AlarmState, "ok", "warning", "emergency");
        Check(NestJsonContext.Default.BatteryHealth, "ok", "replace");
        Check(NestJsonContext.Default.ProtectColor, "gray", "green", "yellow", "red");
        Check(NestJsonContext.Default.SecurityState, "ok", "deter");
        Check(NestJsonContext.Default.TemperatureScale, "C", "F");
        Check(NestJsonContext.Default.TrainingState, "training", "ready");
        Check(NestJsonContext.Default.CameraKind, "camera", "doorbell", "display");
        Check(NestJsonContext.Default.StreamProtocol, "rtsp", "webrtc");
        Check(NestJsonContext.Default.NestBackend, "wwn", "sdm");
    }

    [Fact]
    public void An_unknown_word_survives()
    {
        var mode = HvacMode.From("dry-aged");

        Assert.Equal("dry-aged", mode.ToString());
        Assert.False(mode.IsAbsent);
        Assert.NotEqual(HvacMode.Heat, mode);
        Assert.Equal(mode, HvacMode.From("dry-aged"));
    }

    [Fact]
    public void Empty_text_is_absent()
    {
        Assert.True(HvacMode.From("").IsAbsent);
        Assert.Equal(default, HvacMode.From(""));
        Assert.Equal(default, HvacMode.From(null));
        Assert.Equal("", default(HvacMode).ToString());
        Assert.Equal(default(HvacMode).GetHashCode(), HvacMode.From("").GetHashCode());
    }

    [Fact]
    public void Equality_is_case_sensitive() => Assert.NotEqual(HvacMode.Heat, HvacMode.From("HEAT"));

    [Fact]
    public void Only_text_is_accepted_in_json() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("5", NestJsonContext.Default.HvacMode));

    private static void Check<T>(JsonTypeInfo<T> type, params string[] words)
        where T : struct, IOpenEnum<T>
    {
        Assert.Equal(words, T.Known.Select(word => word.ToString()));
        foreach (var word in (string[])[.. words, "word of tomorrow"])
        {
            var json = JsonSerializer.Serialize(T.From(word), type);
            Assert.Equal($"\"{word}\"", json);
            Assert.Equal(T.From(word), JsonSerializer.Deserialize(json, type));
        }

        Assert.Equal("null", JsonSerializer.Serialize(default, type));
        Assert.True(JsonSerializer.Deserialize("null", type).IsAbsent);
    }
}
