using System.Buffers;
using System.Text.Json;
using Nest.Sdk.Sdm;

namespace Nest.Sdk.Cli.Settings;

/// <summary>
/// The times of the last event of each device that <c>nest watch</c> received for an account, in a file beside its token.
/// Contains no payload.
/// </summary>
/// <param name="Subscription">The subscription that the events came over.</param>
/// <param name="Devices">The last event of each device, by the device's id.</param>
internal sealed record ArrivalNote(string Subscription, IReadOnlyDictionary<string, SdmArrival> Devices)
{
    /// <returns>The file of an account. Null when this machine has no configuration folder.</returns>
    public static string? FileOf(string account) => FileTokenStore.DefaultFolder is { } folder ? Path.Combine(folder, PrivateFile.NameOf("events", account, "json")) : null;

    /// <summary>Reads the note. A file that is damaged counts as missing: the next watch replaces it.</summary>
    /// <returns>Null when nothing was noted yet.</returns>
    public static ArrivalNote? Read(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var devices = json.RootElement.GetProperty("devices").EnumerateObject().ToDictionary(static device => device.Name, static device => ArrivalOf(device.Value), StringComparer.Ordinal);
            return new ArrivalNote(json.RootElement.GetProperty("subscription").GetString() ?? "", devices);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// Adds the events to those in the file, of earlier watches and of others that run now. Events of another subscription
    /// are dropped.
    /// </summary>
    public void MergeInto(string file)
    {
        var merged = Read(file) is { } before && before.Subscription == Subscription ? new Dictionary<string, SdmArrival>(before.Devices, StringComparer.Ordinal) : [];
        foreach (var (device, arrival) in Devices)
        {
            if (!merged.TryGetValue(device, out var known) || known.ReceivedAt <= arrival.ReceivedAt)
                merged[device] = arrival;
        }

        PrivateFile.Write(file, (this with { Devices = merged }).ToJson());
    }

    /// <summary>Forgets what was noted for an account.</summary>
    public static void Remove(string account)
    {
        if (FileOf(account) is { } file)
            PrivateFile.Delete(file);
    }

    private ReadOnlySpan<byte> ToJson()
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("subscription", Subscription);
            json.WriteStartObject("devices");
            foreach (var (device, arrival) in Devices.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
                Write(json, device, arrival);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return text.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter json, string device, SdmArrival arrival)
    {
        json.WriteStartObject(device);
        json.WriteString("occurredAt", arrival.OccurredAt);
        if (arrival.PublishedAt is { } published)
            json.WriteString("publishedAt", published);
        json.WriteString("receivedAt", arrival.ReceivedAt);
        // For people who read the file: it follows from the times.
        json.WriteNumber("latencySeconds", Math.Round(arrival.Latency.TotalSeconds, 3));
        json.WriteEndObject();
    }

    private static SdmArrival ArrivalOf(JsonElement json) => new()
    {
        OccurredAt = json.GetProperty("occurredAt").GetDateTimeOffset(),
        PublishedAt = json.TryGetProperty("publishedAt", out var published) ? published.GetDateTimeOffset() : null,
        ReceivedAt = json.GetProperty("receivedAt").GetDateTimeOffset(),
    };
}
