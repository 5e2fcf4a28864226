using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Homes;

namespace Nest.Sdk.Testing.Data;

/// <summary>What an accepted write does to the document: mostly the field itself, sometimes others with it.</summary>
internal static class WriteEffects
{
    public static void Apply(FieldWrite write, DateTimeOffset now)
    {
        foreach (var (field, value) in write.Fields)
        {
            ApplyField(write, field, value, now);
        }
    }

    private static void ApplyField(FieldWrite write, string field, JsonNode? value, DateTimeOffset now)
    {
        var owner = write.Owner;
        switch (field)
        {
            case "eta":
                // Write-only (section 8.2): only the earliest arrival can be read again; the number 0 takes the estimate back.
                owner["eta_begin"] = value?["estimated_arrival_window_begin"] is { } begin && begin.GetValueKind() == JsonValueKind.String
                    ? begin.DeepClone()
                    : DeviceTemplate.Epoch;
                return;
            case "hvac_mode":
                // The way back out of eco; empty otherwise (section 8.4).
                var (previous, next) = ($"{owner[field]}", $"{value}");
                if (!string.Equals(previous, next, StringComparison.Ordinal))
                {
                    owner["previous_hvac_mode"] = next is "eco" ? previous : "";
                }

                break;
            case "fan_timer_active":
                owner["fan_timer_timeout"] = value!.GetValueKind() == JsonValueKind.True ? Timestamp(now + Duration(write)) : DeviceTemplate.Epoch;
                break;
            default:
                if (SetpointRules.IsSetpoint(field) && TemperatureScales.TryRead(value, out var degrees))
                {
                    ApplySetpoint(write, field, degrees);
                    return;
                }

                break;
        }

        owner[field] = value?.DeepClone();
    }

    private static void ApplySetpoint(FieldWrite write, string field, decimal degrees)
    {
        write.Owner[field] = TemperatureScales.RoundFor(field, degrees);
        var (twin, twinValue) = TemperatureScales.Twin(field, degrees);
        if (!write.Fields.ContainsKey(twin))
        {
            write.Owner[twin] = twinValue;
        }
    }

    private static TimeSpan Duration(FieldWrite write) =>
        TimeSpan.FromMinutes(TemperatureScales.TryRead(write.Fields["fan_timer_duration"] ?? write.Owner["fan_timer_duration"], out var minutes) ? (double)minutes : 15);

    private static string Timestamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
