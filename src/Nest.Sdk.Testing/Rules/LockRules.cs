using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// Checks setpoints against the lock of a thermostat. While it is locked, each setpoint must be within the range of the
/// lock. See docs/protocol/works-with-nest.md#write-rules.
/// </summary>
internal static class LockRules
{
    public static Refusal? Check(JsonObject thermostat, string scale, decimal degrees)
    {
        if (!thermostat["is_locked"].IsTrue())
            return null;

        var suffix = scale.ToLowerInvariant();
        return TryReadLock(thermostat["locked_temp_max_" + suffix], out var max) && degrees > max ? Refuse("high", "highLockTemp", scale, degrees, max)
            : TryReadLock(thermostat["locked_temp_min_" + suffix], out var min) && degrees < min ? Refuse("low", "lowLockTemp", scale, degrees, min)
            : null;
    }

    // Only one of the four texts was captured. The other three follow its pattern.
    private static Refusal Refuse(string side, string limitName, string scale, decimal degrees, decimal limit)
    {
        var (sent, locked) = (TemperatureScales.Print(degrees), TemperatureScales.Print(limit));
        return Refusal.Invalid(
            $"{side}-{scale.ToLowerInvariant()}-value-4-lock",
            $"Temperature {scale} '{sent}' is too {side} for lock temperature '{locked}'",
            ($"temp{scale}", sent),
            (limitName, locked));
    }

    /// <summary>
    /// Reads an end of the lock range. The official sample has the four fields as strings. See
    /// docs/protocol/works-with-nest.md#contradictions-between-sources.
    /// </summary>
    private static bool TryReadLock(JsonNode? node, out decimal value) =>
        TemperatureScales.TryRead(node, out value) || TemperatureScales.TryReadText(node.Text(), out value);
}
