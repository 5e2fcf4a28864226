using System.Text.Json;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>The door for operations that a program made: what no patch could say is the program's mistake, not the patch's.</summary>
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
            return "is null. Leave it out.";
        if (!Enum.IsDefined(operation.Kind))
            return $"({operation}) is of a kind that RFC 6902 does not know. Use the values of {nameof(JsonPatchKind)}.";
        return IsDisposed(operation.Value) ? $"({operation}) has a value whose JsonDocument was disposed. Clone the element before." : null;
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
            // An element does not say so in any other way.
            return true;
        }
    }
}
