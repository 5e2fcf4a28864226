using System.Text.Json;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>
/// Validates operations that a program created. What a JSON text cannot contain is an argument error, not a patch
/// error.
/// </summary>
internal static class JsonPatchSteps
{
    public static IEnumerable<JsonPatchStep> Of(IEnumerable<JsonPatchOperation?> operations)
    {
        var number = 0;
        foreach (var operation in operations)
        {
            if (WhatIsWrongWith(operation) is { } why)
                throw new ArgumentException($"Operation {number} {why}", nameof(operations));
            yield return new JsonPatchStep(operation!, number++);
        }
    }

    private static string? WhatIsWrongWith(JsonPatchOperation? operation)
    {
        if (operation is null)
            return "is null. Omit it.";
        if (!Enum.IsDefined(operation.Kind))
            return $"({operation}) has an unknown kind. Use a value of {nameof(JsonPatchKind)}.";
        return IsDisposed(operation.Value) ? $"({operation}) has a value whose JsonDocument was disposed. Clone the element first." : null;
    }

    private static bool IsDisposed(JsonElement? value)
    {
        try
        {
            _ = value?.ValueKind;
            return false;
        }
        catch (ObjectDisposedException)
        {
            // An element does not report this in any other way.
            return true;
        }
    }
}
