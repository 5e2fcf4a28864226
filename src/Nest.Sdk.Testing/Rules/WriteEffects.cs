using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Homes;

namespace Nest.Sdk.Testing.Rules;

/// <summary>Applies an accepted write to the document: the written fields and the fields that depend on them.</summary>
internal static class WriteEffects
{
    public static void Apply(FieldWrite write, DateTimeOffset now, HiddenState hidden)
    {
        foreach (var (field, value) in write.Fields)
            ApplyField(write, field, value, now, hidden);

        SetpointEffects.Apply(write.Fields, write.Owner);
        if (write.Fields.Any(field => TemperatureScales.IsSetpoint(field.Key)))
            HvacStates.Follow(write.Owner);
    }

    private static void ApplyField(FieldWrite write, string field, JsonNode? value, DateTimeOffset now, HiddenState hidden)
    {
        var owner = write.Owner;
        switch (field)
        {
            case "eta":
                EtaEffects.Apply(write, (JsonObject)value!, hidden);
                break;
            case "away":
                AwayEffects.Apply(write, value.Text()!, hidden);
                break;
            case "hvac_mode":
                ModeEffects.Choose(write, value.Text()!, hidden);
                break;
            case "fan_timer_active":
                owner["fan_timer_timeout"] = value.IsTrue() ? NestTime.Format(now + FanDuration(write)) : NestTime.Epoch;
                owner[field] = value!.DeepClone();
                break;
            case "fan_timer_duration":
                // A written 15.0 becomes 15: the document has whole numbers.
                owner[field] = TemperatureScales.TryRead(value, out var minutes) ? (int)minutes : null;
                break;
            case "label":
                DeviceTemplate.Rename(owner, value.Text()!);
                break;
            default:
                if (!TemperatureScales.IsSetpoint(field))
                    owner[field] = value?.DeepClone();

                break;
        }
    }

    private static TimeSpan FanDuration(FieldWrite write) =>
        TimeSpan.FromMinutes(TemperatureScales.TryRead(write.Fields["fan_timer_duration"] ?? write.Owner["fan_timer_duration"], out var minutes) ? (double)minutes : 15);
}
