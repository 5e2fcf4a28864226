using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>One operation, checked for itself: it has what its kind needs.</summary>
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
        if (operation.Value is not { ValueKind: not JsonValueKind.Undefined } value)
            throw Fails("it has no value. Give it one; null is one too");
        Value = JsonPatchInput.Read(JsonMarshal.GetRawUtf8Value(value).ToArray(), $"value of operation {number}", Utf8JsonDiff.MaxDepth);
    }

    public JsonPatchOperation Operation { get; }

    public string[] Path { get; }

    public string[] From { get; }

    public JsonPatchValue Value { get; }

    public bool NeedsFrom => Operation.Kind is JsonPatchKind.Move or JsonPatchKind.Copy;

    public bool NeedsValue => Operation.Kind is JsonPatchKind.Add or JsonPatchKind.Replace or JsonPatchKind.Test;

    public JsonPatchException Fails(string why) => new($"Operation {_number} ({Operation}): {why}.", _number);

    private string[] Split(string? pointer, string member)
    {
        if (pointer is null)
            throw Fails($"it has no {member}. Give it a JSON pointer");
        return JsonPointer.Split(pointer) ?? throw Fails($"its {member} is no JSON pointer (RFC 6901). Begin it with /, and write ~0 for ~ and ~1 for / in names");
    }
}
