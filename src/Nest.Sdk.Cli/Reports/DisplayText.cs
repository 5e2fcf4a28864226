using System.Globalization;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Reports;

/// <summary>Formats values for people.</summary>
internal static class DisplayText
{
    private const string Unknown = "–";

    public static string Name(string? text) => string.IsNullOrWhiteSpace(text) ? Unknown : PlainText.OneLine(text);

    public static string Degrees(Temperature? temperature, TemperatureScale scale) => temperature switch
    {
        null => Unknown,
        { } known when scale == TemperatureScale.Fahrenheit => string.Create(CultureInfo.InvariantCulture, $"{known.Fahrenheit:0.#} °F"),
        { } known => string.Create(CultureInfo.InvariantCulture, $"{known.Celsius:0.#} °C"),
    };

    public static string Percent(int? value) => value is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known} %") : Unknown;

    public static string Word(string? word) => string.IsNullOrEmpty(word) ? Unknown : PlainText.OneLine(word);

    public static string YesNo(bool? value, string yes, string no) => value switch { true => yes, false => no, null => Unknown };

    /// <summary>The target of a thermostat in its current mode.</summary>
    public static string Target(Thermostat thermostat)
    {
        var (low, high, scale) = (thermostat.EffectiveTargetLow, thermostat.EffectiveTargetHigh, thermostat.TemperatureScale);
        return low is null && high is null ? Degrees(thermostat.EffectiveTarget, scale) : $"{Degrees(low, scale)} – {Degrees(high, scale)}";
    }

    /// <summary>What a device with a camera is. Null when the service does not report it.</summary>
    public static string? CameraKind(Camera camera) => camera.Kind.IsAbsent ? null : PlainText.OneLine(camera.Kind.ToString());

    /// <summary>The protocols of live streams. Empty when the service does not report any.</summary>
    public static string Protocols(Camera camera) => PlainText.OneLine(string.Join(", ", camera.StreamProtocols.Select(static protocol => protocol == StreamProtocol.Rtsp ? "RTSP" : protocol == StreamProtocol.WebRtc ? "WebRTC" : protocol.ToString())));

    /// <summary>What a camera has seen or heard.</summary>
    public static string What(CameraEvent seen) => seen switch
    {
        { HasChime: true } => "ring",
        { HasPerson: true } => "person",
        { HasMotion: true } => "motion",
        { HasSound: true } => "sound",
        _ => "something",
    };

    /// <summary>What happened: the kind, where it is not <c>single</c> the phase, and whether it is late.</summary>
    public static string What(NestEvent what)
    {
        var kind = what.Kind == NestEventKind.Chime ? "ring" : PlainText.OneLine(what.Kind.ToString());
        var phase = what.Phase == NestEventPhase.Single ? "" : $" {what.Phase.ToString().ToLowerInvariant()}";
        return $"{kind}{phase}{(what.IsLate ? " (late)" : "")}";
    }

    /// <summary>The last event of a camera, and whether it is ongoing.</summary>
    public static string Seen(CameraEvent? last, DateTimeOffset now)
    {
        if (last is null)
            return "";
        var start = last.StartTime?.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        // Google reports the end of few events, so a missing one says nothing there.
        var isOngoing = last.IsOngoingAt(now) && (last.SessionId is null || last.EndTime is not null);
        return start is null ? What(last) : isOngoing ? $"{What(last)} now, since {start}" : $"{What(last)} at {start}";
    }
}
