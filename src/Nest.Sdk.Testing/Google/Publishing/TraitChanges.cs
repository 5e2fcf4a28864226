using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Google.Publishing;

/// <summary>
/// Finds the traits of a device that are published: whole, on every change. The temperature is published at changes of
/// 0.2 °C and more. See docs/protocol/smart-device-management.md#trait-updates.
/// </summary>
internal static class TraitChanges
{
    private const string Temperature = "sdm.devices.traits.Temperature";
    private const decimal SmallestStep = 0.2m;

    /// <summary>
    /// Returns the changed traits. A temperature that is not published is set back in <paramref name="after"/>, so that
    /// small changes add up.
    /// </summary>
    public static JsonObject Between(JsonObject before, JsonObject after)
    {
        var (old, next, changed) = ((JsonObject)before["traits"]!, (JsonObject)after["traits"]!, new JsonObject());
        foreach (var (name, trait) in next.ToList())
        {
            if (JsonNode.DeepEquals(old[name], trait))
                continue;

            if (name == Temperature && IsSmall(old[name], trait))
                next[name] = old[name]!.DeepClone();
            else
                changed[name] = trait!.DeepClone();
        }

        return changed;
    }

    private static bool IsSmall(JsonNode? old, JsonNode? next) =>
        TemperatureScales.TryRead(old.Child("ambientTemperatureCelsius"), out var before)
        && TemperatureScales.TryRead(next.Child("ambientTemperatureCelsius"), out var after)
        && Math.Abs(after - before) < SmallestStep;
}
