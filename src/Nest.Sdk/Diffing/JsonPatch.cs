using System.Buffers;
using System.Runtime.CompilerServices;
using Nest.Sdk.Diffing.Patching;

namespace Nest.Sdk.Diffing;

/// <summary>Reads and writes JSON patches (RFC 6902), and applies them to documents.</summary>
/// <remarks>
/// <c>test</c> compares by meaning, like <see cref="Utf8JsonDiff"/>: the order of members, white space, and the
/// spelling of numbers and escapes do not matter.
/// Unchanged values keep their spelling, including numbers of any size. A replaced member keeps its position, and a new
/// one comes last.
/// Pointers are strict (RFC 6901): an index has no leading zero, and <c>-</c> is valid only for an addition.
/// The maximum depth of a document, before and after a patch, is <see cref="Utf8JsonDiff.MaxDepth"/>. The copies of one
/// patch, with the changes inside them, take at most 256 MB.
/// </remarks>
public static class JsonPatch
{
    /// <summary>Applies a patch, completely or not at all.</summary>
    /// <param name="document">The document, JSON in UTF-8.</param>
    /// <param name="patch">The patch, a JSON array in UTF-8.</param>
    /// <returns>The new document, compact JSON in UTF-8.</returns>
    /// <exception cref="JsonInputException">The document or the patch is not valid JSON.</exception>
    /// <exception cref="JsonPatchException">
    /// The patch is not a list of operations, or cannot be applied to the document.
    /// </exception>
    public static byte[] Apply(ReadOnlySpan<byte> document, ReadOnlySpan<byte> patch) => Apply(document, Parse(patch));

    /// <summary>Applies operations in order, completely or not at all.</summary>
    /// <param name="document">The document, JSON in UTF-8.</param>
    /// <param name="operations">The operations.</param>
    /// <returns>The new document, compact JSON in UTF-8.</returns>
    /// <exception cref="ArgumentException">
    /// An operation is null, has an unknown kind, or has a value of a disposed
    /// <see cref="System.Text.Json.JsonDocument"/>. The message says which.
    /// </exception>
    /// <exception cref="JsonInputException">The document or a value is not valid JSON.</exception>
    /// <exception cref="JsonPatchException">An operation cannot be applied to the document.</exception>
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

    /// <summary>Applies the current step and those after it.</summary>
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
    /// <exception cref="JsonInputException">The patch is not valid JSON.</exception>
    /// <exception cref="JsonPatchException">The patch is not a list of operations.</exception>
    public static IReadOnlyList<JsonPatchOperation> Parse(ReadOnlySpan<byte> utf8) => JsonPatchReader.Read(utf8.ToArray());

    /// <summary>Writes operations as a JSON array in UTF-8, without old values.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="output">The output. Nothing is written when an operation is invalid.</param>
    /// <exception cref="ArgumentException">
    /// An operation is null, has an unknown kind, or has a value of a disposed
    /// <see cref="System.Text.Json.JsonDocument"/>. The message says which.
    /// </exception>
    /// <exception cref="JsonInputException">
    /// A value is not valid JSON: it has comments, or two members with the same name.
    /// </exception>
    /// <exception cref="JsonPatchException">An operation lacks a member that its kind requires.</exception>
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
