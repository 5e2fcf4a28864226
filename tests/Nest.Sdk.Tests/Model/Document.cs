using System.Text;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

/// <summary>Reads documents from fragments.</summary>
internal static class Document
{
    public const string Token = "c.Test0Invented0Token0For0Reading0Only0000000000000000000000000000000000000";

    public static byte[] FullHome => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "full-home.json"));

    public static DataModelReadResult Read(string json) => DataModelReader.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a thermostat with these members, and the issues.</summary>
    public static (Thermostat Thermostat, ReadIssue[] Issues) Thermostat(string members) =>
        Read("{\"devices\":{\"thermostats\":{\"t1\":{" + members + "}}}}") is var result
            ? (result.Model.Devices.Thermostats["t1"], [.. result.Issues])
            : default;

    /// <summary>Reads a camera with these members, and the issues.</summary>
    public static (Camera Camera, ReadIssue[] Issues) Camera(string members) =>
        Read("{\"devices\":{\"cameras\":{\"c1\":{" + members + "}}}}") is var result
            ? (result.Model.Devices.Cameras["c1"], [.. result.Issues])
            : default;

    public static DateTimeOffset Utc(int year, int month, int day, int hour, int minute, int second, int millisecond = 0) =>
        new(year, month, day, hour, minute, second, millisecond, TimeSpan.Zero);
}
