#pragma warning disable // The surface only: the code follows.
using System.Buffers;

namespace Nest.Sdk.Diffing;

/// <summary>Patches of RFC 6902: read, written, and applied to a document.</summary>
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
    /// <exception cref="JsonInputException">The document is no sound JSON.</exception>
    /// <exception cref="JsonPatchException">An operation does not fit the document.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> document, IEnumerable<JsonPatchOperation> operations) => throw new NotImplementedException();

    /// <summary>Reads a patch.</summary>
    /// <param name="utf8">A JSON array in UTF-8.</param>
    /// <returns>Its operations.</returns>
    /// <exception cref="JsonInputException">It is no sound JSON.</exception>
    /// <exception cref="JsonPatchException">It is no list of operations.</exception>
    public static IReadOnlyList<JsonPatchOperation> Parse(ReadOnlySpan<byte> utf8) => throw new NotImplementedException();

    /// <summary>Writes operations as a JSON array in UTF-8; old values are left out.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<JsonPatchOperation> operations, IBufferWriter<byte> output) => throw new NotImplementedException();

    internal static string NameOf(JsonPatchKind kind) => kind switch
    {
        JsonPatchKind.Add => "add",
        JsonPatchKind.Remove => "remove",
        JsonPatchKind.Replace => "replace",
        JsonPatchKind.Move => "move",
        JsonPatchKind.Copy => "copy",
        _ => "test",
    };
}
