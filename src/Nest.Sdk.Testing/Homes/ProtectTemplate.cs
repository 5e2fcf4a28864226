using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Homes;

/// <summary>A smoke and CO alarm with every field of section 8.5.</summary>
internal static class ProtectTemplate
{
    private static readonly string[] BySeverity = ["ok", "warning", "emergency"];

    public static JsonObject Create(string smoke, string co, string battery) => new()
    {
        ["software_version"] = "3.1-FAKE",
        ["locale"] = "en-US",
        ["last_connection"] = DeviceTemplate.LastConnection,
        ["battery_health"] = battery,
        ["co_alarm_state"] = co,
        ["smoke_alarm_state"] = smoke,
        ["is_manual_test_active"] = false,
        ["last_manual_test_time"] = NestTime.Epoch,
        ["ui_color_state"] = Color(smoke, co, battery),
    };

    public static void RaiseAlarms(JsonObject structure, JsonObject device)
    {
        foreach (var field in (ReadOnlySpan<string>)["smoke_alarm_state", "co_alarm_state"])
        {
            if (Severity(device[field]) > Severity(structure[field]))
            {
                structure[field] = device[field]?.DeepClone();
            }
        }
    }

    private static string Color(string smoke, string co, string battery) =>
        smoke is "emergency" || co is "emergency" ? "red"
        : smoke is "warning" || co is "warning" || battery is "replace" ? "yellow"
        : "green";

    private static int Severity(JsonNode? state) => Array.IndexOf(BySeverity, state?.ToString());
}
