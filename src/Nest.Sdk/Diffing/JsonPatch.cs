using System.Buffers;
using System.Runtime.CompilerServices;
using Nest.Sdk.Diffing.Patching;

namespace Nest.Sdk.Diffing;

/// <summary>Patches of RFC 6902: read, written, and applied to a document.</summary>
/// <remarks>
/// <c>test</c> compares by meaning, as a comparison does: order of members, white space, spelling of numbers and escapes do not count.
/// What is not touched keeps its spelling, numbers of any size included; a replaced member keeps its place, and a new one comes last.
/// Pointers are strict (RFC 6901): no zero in front of an index, and <c>-</c> only where something is added.
/// A document is nested at most <see cref="Utf8JsonDiff.MaxDepth"/> levels deep, also after a patch, and what one patch copies, with what it changes inside copies, takes at most 256 MB.
/// </remarks>
public static class JsonPatch
{
    /// <summary>Applies a patch, all of it or nothing.</summary>
    /// <param name="document">The document, JSON in UTF-8.</param>
    /// <param name="patch">The patch, a JSON array in UTF-8.</param>
    /// <returns>The new document, compact JSON in UTF-8.</returns>
    /// <exception cref="JsonInputException">The document or the patch is no sound JSON.</exception>
    /// <exception cref="JsonPatchException">The patch is no list of operations, or does not fit the document.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> document, ReadOnlySpan<byte> patch) => Apply(document, Parse(patch));

    /// <summary>Applies operations in their order, all of them or none.</summary>
    /// <param name="document">The document, JSON in UTF-8.</param>
    /// <param name="operations">The operations.</param>
    /// <returns>The new document, compact JSON in UTF-8.</returns>
    /// <exception cref="ArgumentException">An operation is null, is of an unknown kind, or has a value of a disposed <see cref="System.Text.Json.JsonDocument"/>; the text says which.</exception>
    /// <exception cref="JsonInputException">The document, or a value, is no sound JSON.</exception>
    /// <exception cref="JsonPatchException">An operation does not fit the document.</exception>
    [OverloadResolutionPriority(1)]
    public static byte[] Apply(ReadOnlySpan<byte> document, IEnumerable<JsonPatchOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        var tree = new JsonPatchTree(JsonPatchInput.Read(document.ToArray(), "document", Utf8JsonDiff.Deepest));
        using var steps = JsonPatchSteps.Of(operations).GetEnumerator();
        while (steps.MoveNext())
        {
            if (tree.MayBeDeep(steps.Current))
                return ApplyDeep(tree, steps);
            tree.Apply(steps.Current);
        }

        return tree.ToArray();
    }

    /// <summary>Applies the current step and those behind it.</summary>
    private static byte[] ApplyDeep(JsonPatchTree tree, IEnumerator<JsonPatchStep> steps) => DeepStack.Run(() =>
    {
        do
        {
            tree.Apply(steps.Current);
        }
        while (steps.MoveNext());
        return tree.ToArray();
    });

    /// <summary>Reads a patch.</summary>
    /// <param name="utf8">A JSON array in UTF-8.</param>
    /// <returns>Its operations.</returns>
    /// <exception cref="JsonInputException">It is no sound JSON.</exception>
    /// <exception cref="JsonPatchException">It is no list of operations.</exception>
    public static IReadOnlyList<JsonPatchOperation> Parse(ReadOnlySpan<byte> utf8) => JsonPatchReader.Read(utf8.ToArray());

    /// <summary>Writes operations as a JSON array in UTF-8; old values are left out.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="output">Where to; nothing is written when an operation is wrong.</param>
    /// <exception cref="ArgumentException">An operation is null, is of an unknown kind, or has a value of a disposed <see cref="System.Text.Json.JsonDocument"/>; the text says which.</exception>
    /// <exception cref="JsonInputException">A value is no sound JSON: it has comments, or two members of one name.</exception>
    /// <exception cref="JsonPatchException">An operation lacks what its kind needs.</exception>
    public static void Write(IEnumerable<JsonPatchOperation> operations, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(output);
        JsonPatchWriter.Write([.. JsonPatchSteps.Of(operations)], output);
    }

    internal static string NameOf(JsonPatchKind kind) => kind switch
    {
        JsonPatchKind.Add => "add",
        JsonPatchKind.Remove => "remove",
        JsonPatchKind.Replace => "replace",
        JsonPatchKind.Move => "move",
        JsonPatchKind.Copy => "copy",
        JsonPatchKind.Test => "test",
        _ => kind.ToString(),
    };
}
