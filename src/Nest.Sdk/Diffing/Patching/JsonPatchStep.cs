using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>One validated operation: it has the members that its kind requires.</summary>
internal sealed class JsonPatchStep
{
    private readonly int _number;

    public JsonPatchStep(JsonPatchOperation operation, int number)
    {
        Operation = operation;
        _number = number;
        Path = Split(operation.Path, "path");
        From = NeedsFrom ? Split(operation.From, "from") : [];
        if (!NeedsValue)
            return;
        Value = Read(operation.Value, "value");
        if (Value.IsNothing)
            throw Fails("it has no value. Add one; null is a value too");
    }

    public JsonPatchOperation Operation { get; }

    public string[] Path { get; }

    public string[] From { get; }

    public JsonPatchValue Value { get; }

    public bool NeedsFrom => Operation.Kind is JsonPatchKind.Move or JsonPatchKind.Copy;

    public bool NeedsValue => Operation.Kind is JsonPatchKind.Add or JsonPatchKind.Replace or JsonPatchKind.Test;

    public JsonPatchException Fails(string why) => new($"Operation {_number} ({Operation}): {why}.", _number);

    /// <summary>Reads the old value. Not present when the operation does not have it.</summary>
    public JsonPatchValue ReadOld() => Read(Operation.OldValue, "old value");

    private JsonPatchValue Read(JsonElement? value, string what) => value is { ValueKind: not JsonValueKind.Undefined } some
        ? JsonPatchInput.Read(JsonMarshal.GetRawUtf8Value(some).ToArray(), $"{what} of operation {_number}", Utf8JsonDiff.Deepest)
        : default;

    private string[] Split(string? pointer, string member)
    {
        if (pointer is null)
            throw Fails($"it has no {member}. Add a JSON pointer");
        return JsonPointer.Split(pointer) ?? throw Fails($"its {member} is not a JSON pointer (RFC 6901). Start it with /, and write ~0 for ~ and ~1 for / in names");
    }
}
