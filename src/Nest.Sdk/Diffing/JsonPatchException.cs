namespace Nest.Sdk.Diffing;

/// <summary>A patch is invalid, or cannot be applied to the document (RFC 6902, section 5).</summary>
/// <remarks>The message contains names and positions, but no values.</remarks>
public sealed class JsonPatchException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and how to fix it.</param>
    /// <param name="operation">The zero-based number of the failed operation.</param>
    public JsonPatchException(string message, int operation)
        : base(message) => Operation = operation;

    /// <summary>
    /// The zero-based number of the failed operation. -1 when the patch itself is not a list of operations.
    /// </summary>
    public int Operation { get; }
}
