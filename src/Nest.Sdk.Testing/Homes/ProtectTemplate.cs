using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Homes;

/// <summary>A smoke and CO alarm with every field of docs/protocol/works-with-nest.md#smoke-and-co-alarms.</summary>
internal static class ProtectTemplate
{
    private static readonly string[] BySeverity = ["ok", "warning", "emergency"];

    public static JsonObject Create(string smoke, string co, string battery)
    {
        var device = new JsonObject
        {
            ["software_version"] = "3.1-FAKE",
            ["locale"] = "en-US",
            ["last_connection"] = DeviceTemplate.LastConnection,
            ["battery_health"] = battery,
            ["co_alarm_state"] = co,
            ["smoke_alarm_state"] = smoke,
            ["is_manual_test_active"] = false,
            ["last_manual_test_time"] = NestTime.Epoch,
            ["ui_color_state"] = "green",
        };
        Recolor(device);
        return device;
    }

    /// <summary>Sets the color of the ring in the app if the alarm has that field.</summary>
    public static void Recolor(JsonObject device)
    {
        if (device.ContainsKey("ui_color_state"))
        {
            var worst = Worst([device["smoke_alarm_state"].Text(), device["co_alarm_state"].Text()]);
            device["ui_color_state"] = worst is "emergency" ? "red" : worst is "warning" || device["battery_health"].Text() is "replace" ? "yellow" : "green";
        }
    }

    /// <summary>Returns the worst state. <c>ok</c> when empty. An unknown state counts as <c>ok</c>.</summary>
    public static string Worst(IEnumerable<string?> states) => states.MaxBy(state => Array.IndexOf(BySeverity, state)) is { } worst && BySeverity.Contains(worst) ? worst : "ok";
}
