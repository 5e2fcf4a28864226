#if WITH_FAKE
using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Cli.Commands;

/// <summary>
/// Reads the home for <c>nest fake --home</c>: a whole home, a snapshot line of <c>nest watch --json</c>, or the answer
/// of <c>GET /devices</c>.
/// </summary>
internal static class HomeFile
{
    private static readonly JsonDocumentOptions ByHand = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static readonly string[] Collections = ["thermostats", "smoke_co_alarms", "cameras"];

    private const string Forms = "Give a whole home (nest get), a snapshot line of 'nest watch --json', or the answer of GET /devices.";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="JsonException">The file has no home.</exception>
    public static FakeHome Load(string path)
    {
        var text = File.ReadAllBytes(path);
        if (Content(text).Trim(" \t\r\n"u8).IsEmpty)
            throw new JsonException($"{path} is empty. {Forms}");
        // The fake's own reader reports the position of a mistake, so it reads every file that it can.
        var home = Other(text) is { } other ? FakeHome.Load(other) : FakeHome.LoadFile(path);
        return HasItems(home.Get("/structures")) || home.Get("/devices") is JsonObject devices && devices.Any(static kind => HasItems(kind.Value))
            ? home
            : throw new JsonException($"{path} has no device and no structure. {Forms}");
    }

    /// <returns>The home in one of the other two forms, as it is spelled. Null when the file has neither.</returns>
    private static string? Other(ReadOnlyMemory<byte> text)
    {
        text = Content(text);
        if (Parse(text) is { } whole)
            return Snapshot(whole) ?? Devices(whole);
        // The output of a watch: state lines, one snapshot, and updates.
        foreach (var line in text.Span.Split((byte)'\n'))
        {
            if (Parse(text[line]) is { } part && Snapshot(part) is { } home)
                return home;
        }

        return null;
    }

    private static ReadOnlyMemory<byte> Content(ReadOnlyMemory<byte> text) => text.Span.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;

    private static JsonElement? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, ByHand);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Snapshot(JsonElement line) =>
        line.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String && kind.ValueEquals("snapshot") && line.TryGetProperty("data", out var home) && home.ValueKind == JsonValueKind.Object
            ? home.GetRawText()
            : null;

    private static string? Devices(JsonElement answer) =>
        !answer.TryGetProperty("devices", out _) && !answer.TryGetProperty("structures", out _)
        && Array.Exists(Collections, kind => answer.TryGetProperty(kind, out var devices) && devices.ValueKind == JsonValueKind.Object)
            ? $$"""{"devices":{{answer.GetRawText()}}}"""
            : null;

    private static bool HasItems(JsonNode? collection) => collection is JsonObject { Count: > 0 };
}
#endif
