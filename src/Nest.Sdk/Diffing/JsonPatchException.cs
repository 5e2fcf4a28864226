namespace Nest.Sdk.Diffing;

/// <summary>A patch that is none, or does not fit the document it was applied to (RFC 6902, section 5).</summary>
/// <remarks>The text holds names and places, and no value.</remarks>
public sealed class JsonPatchException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What is wrong, for people.</param>
    /// <param name="operation">Which operation failed, counted from 0.</param>
    public JsonPatchException(string message, int operation)
        : base(message) => Operation = operation;

    /// <summary>Which operation of the patch failed, counted from 0; -1 when the patch as a whole is no list of operations.</summary>
    public int Operation { get; }
}
