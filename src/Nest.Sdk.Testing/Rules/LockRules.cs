using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Rules;

/// <summary>
/// While a thermostat is locked, every setpoint lies between the ends of its lock (see
/// docs/protocol/works-with-nest.md#write-rules).
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

    // One of the four is captured; the other three are made like it.
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
    /// The official sample has these four as strings (see
    /// docs/protocol/works-with-nest.md#contradictions-between-sources).
    /// </summary>
    private static bool TryReadLock(JsonNode? node, out decimal value) =>
        TemperatureScales.TryRead(node, out value) || TemperatureScales.TryReadText(node.Text(), out value);
}
