using System.Globalization;
using System.Text.Json;

namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// Writes what only a device with a camera has. See docs/protocol/smart-device-management.md#camera-traits and
/// docs/protocol/smart-device-management.md#camera-fields.
/// </summary>
internal static class SdmCamera
{
    private const string Rtsp = "rtsp";

    public static void Write(Utf8JsonWriter writer, SdmEntry device)
    {
        writer.Write("kind"u8, Lower(device.Kind.ToString()));
        if (device.Device.LastSession is { } last)
            WriteLast(writer, last);
        var protocols = Words(device, "supportedProtocols"u8, word => word == "WEB_RTC" ? "webrtc" : Lower(word));
        WriteWords(writer, "stream_protocols"u8, protocols);
        WriteWords(writer, "video_codecs"u8, Words(device, "videoCodecs"u8, Lower));
        WriteWords(writer, "audio_codecs"u8, Words(device, "audioCodecs"u8, Lower));
        // Without any trait nothing is known: Google leaves them out for hours.
        if (device.Device.Traits.Count == 0)
            return;
        // A camera that moved from RTSP to WebRTC keeps the trait, but its pictures are refused.
        writer.WriteBoolean("has_event_images"u8, device.Has(SdmTraits.CameraEventImage) && (protocols.Length == 0 || protocols.Contains(Rtsp)));
        writer.WriteBoolean("has_clips"u8, device.Has(SdmTraits.CameraClipPreview));
        writer.WriteBoolean("hears_sound"u8, device.Has(SdmTraits.CameraSound));
        writer.WriteBoolean("rings"u8, device.Has(SdmTraits.DoorbellChime));
    }

    /// <summary>Writes the last occurrence. What Google has not reported of it has not happened.</summary>
    private static void WriteLast(Utf8JsonWriter writer, SdmSession last)
    {
        writer.WriteStartObject("last_event"u8);
        writer.WriteBoolean("has_motion"u8, last.Seen.HasFlag(SdmSightings.Motion));
        writer.WriteBoolean("has_person"u8, last.Seen.HasFlag(SdmSightings.Person));
        writer.WriteBoolean("has_sound"u8, last.Seen.HasFlag(SdmSightings.Sound));
        writer.WriteBoolean("has_chime"u8, last.Seen.HasFlag(SdmSightings.Chime));
        WriteTime(writer, "start_time"u8, last.Start);
        if (last.End is { } end)
            WriteTime(writer, "end_time"u8, end);
        writer.Write("session"u8, last.Session);
        writer.Write("id"u8, last.Entry);
        writer.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset time) =>
        writer.WriteString(name, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    private static void WriteWords(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string[] words)
    {
        if (words.Length > 0)
            writer.WriteList(name, words);
    }

    private static string[] Words(SdmEntry device, ReadOnlySpan<byte> member, Func<string, string> spell) =>
        [.. (SdmJson.Words(device.Field(SdmTraits.CameraLiveStream, member)) ?? []).Select(spell).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Lower(string word) => word.ToLowerInvariant();
}
