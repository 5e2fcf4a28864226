using System.Text.Json;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>Reads a patch. Unknown members are ignored, as RFC 6902 requires.</summary>
internal static class JsonPatchReader
{
    /// <summary>The maximum depth of a patch: a list of objects whose values may be as deep as a document.</summary>
    public const int MaxDepth = Utf8JsonDiff.Deepest + 2;

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = MaxDepth };

    public static List<JsonPatchOperation> Read(byte[] utf8)
    {
        var patch = JsonPatchInput.Read(utf8, "patch", MaxDepth);
        if (!patch.IsContainer || patch.Open() is not JsonPatchArray list)
            throw new JsonPatchException("A JSON Patch must be an array of operations (RFC 6902). Put the operations into [ ].", -1);
        var operations = new List<JsonPatchOperation>(list.Count);
        foreach (var item in list.Items)
            operations.Add(ReadOperation(Open(item, operations.Count), operations.Count));
        return operations;
    }

    /// <summary>Reads a single operation with its old value.</summary>
    public static JsonPatchOperation ReadOne(byte[] utf8)
    {
        var members = Open(JsonPatchInput.Read(utf8, "operation", MaxDepth), 0);
        return ReadOperation(members, 0, members.TryGet("old", out var old) ? ToElement(old.Utf8) : null);
    }

    /// <summary>Copies a value of any valid depth.</summary>
    public static JsonElement ToElement(ReadOnlySpan<byte> utf8) => JsonElement.Parse(utf8, Deep);

    private static JsonPatchObject Open(JsonPatchValue item, int number) => item.IsContainer && item.Open() is JsonPatchObject members
        ? members
        : throw new JsonPatchException($"Operation {number} is not a JSON object. Write it as {{\"op\":…,\"path\":…}}.", number);

    private static JsonPatchOperation ReadOperation(JsonPatchObject members, int number, JsonElement? old = null)
    {
        var kind = ReadKind(TextOf(members, "op", number), number);
        var operation = new JsonPatchOperation
        {
            Kind = kind,
            Path = TextOf(members, "path", number),
            From = kind is JsonPatchKind.Move or JsonPatchKind.Copy ? TextOf(members, "from", number) : null,
            OldValue = old,
            Value = kind is JsonPatchKind.Add or JsonPatchKind.Replace or JsonPatchKind.Test ? ValueOf(members, number) : null,
        };
        // Errors are reported when the operation is read, not when it is applied.
        _ = new JsonPatchStep(operation, number);
        return operation;
    }

    private static JsonPatchKind ReadKind(string name, int number) => name switch
    {
        "add" => JsonPatchKind.Add,
        "remove" => JsonPatchKind.Remove,
        "replace" => JsonPatchKind.Replace,
        "move" => JsonPatchKind.Move,
        "copy" => JsonPatchKind.Copy,
        "test" => JsonPatchKind.Test,
        _ => throw new JsonPatchException($"Operation {number} has an unknown \"op\". Use add, remove, replace, move, copy or test.", number),
    };

    private static string TextOf(JsonPatchObject members, string name, int number) => members.TryGet(name, out var value) && value.IsString
        ? EscapedText.ToText(value.Utf8[1..^1])
        : throw new JsonPatchException($"Operation {number} has no \"{name}\", or one that is not a string. Add a string.", number);

    private static JsonElement ValueOf(JsonPatchObject members, int number) => members.TryGet("value", out var value)
        ? ToElement(value.Utf8)
        : throw new JsonPatchException($"Operation {number} has no \"value\". Add one; null is a value too.", number);
}
