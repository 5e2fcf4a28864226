using System.Text.Json;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>Reads a patch. Members that RFC 6902 does not know are ignored, as it asks for.</summary>
internal static class JsonPatchReader
{
    /// <summary>A patch is a list of objects around values that may be as deep as a document.</summary>
    public const int MaxDepth = Utf8JsonDiff.Deepest + 2;

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = MaxDepth };

    public static List<JsonPatchOperation> Read(byte[] utf8)
    {
        var patch = JsonPatchInput.Read(utf8, "patch", MaxDepth);
        if (!patch.IsContainer || patch.Open() is not JsonPatchArray list)
            throw new JsonPatchException("A patch is a JSON array of operations (RFC 6902), and this is none. Put the operations into [ ].", -1);
        var operations = new List<JsonPatchOperation>(list.Count);
        foreach (var item in list.Items)
            operations.Add(ReadOperation(Open(item, operations.Count), operations.Count));
        return operations;
    }

    /// <summary>Reads one operation alone, with the value before.</summary>
    public static JsonPatchOperation ReadOne(byte[] utf8)
    {
        var members = Open(JsonPatchInput.Read(utf8, "operation", MaxDepth), 0);
        return ReadOperation(members, 0, members.TryGet("old", out var old) ? ToElement(old.Utf8) : null);
    }

    /// <summary>Copies a value of any depth that a document may have.</summary>
    public static JsonElement ToElement(ReadOnlySpan<byte> utf8) => JsonElement.Parse(utf8, Deep);

    private static JsonPatchObject Open(JsonPatchValue item, int number) => item.IsContainer && item.Open() is JsonPatchObject members
        ? members
        : throw new JsonPatchException($"Operation {number} is no JSON object. Write it as {{\"op\":…,\"path\":…}}.", number);

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
        // What is wrong with it is told when it is read, not when it is applied.
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
        _ => throw new JsonPatchException($"Operation {number} has an \"op\" that RFC 6902 does not know. Use add, remove, replace, move, copy or test.", number),
    };

    private static string TextOf(JsonPatchObject members, string name, int number) => members.TryGet(name, out var value) && value.IsString
        ? EscapedText.ToText(value.Utf8[1..^1])
        : throw new JsonPatchException($"Operation {number} has no text as its \"{name}\". Give it one.", number);

    private static JsonElement ValueOf(JsonPatchObject members, int number) => members.TryGet("value", out var value)
        ? ToElement(value.Utf8)
        : throw new JsonPatchException($"Operation {number} has no \"value\". Give it one; null is one too.", number);
}
