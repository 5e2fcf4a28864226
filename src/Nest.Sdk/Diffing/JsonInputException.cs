namespace Nest.Sdk.Diffing;

/// <summary>
/// The input is not valid JSON: malformed, truncated, not UTF-8, nested too deeply, or with two members of the same
/// name in an object.
/// </summary>
/// <remarks>The message describes the error and its position, and never contains the content.</remarks>
public sealed class JsonInputException : Exception
{
    internal JsonInputException(string what, long byteOffset)
        : base($"{what} at byte {byteOffset}.") => (What, ByteOffset) = (what, byteOffset);

    /// <summary>
    /// The position of the error, in bytes from the start. The length of the input when it ends too early.
    /// </summary>
    public long ByteOffset { get; }

    internal string What { get; }
}
