namespace Nest.Sdk.Diffing;

/// <summary>The bytes are no JSON that can be compared: broken, cut off, not UTF-8, nested too deeply, or with two members of one name.</summary>
/// <remarks>The text says what is wrong and where, and holds nothing of the content.</remarks>
public sealed class JsonInputException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What is wrong, for people.</param>
    /// <param name="byteOffset">Where, counted in bytes from the start of the input.</param>
    public JsonInputException(string message, long byteOffset)
        : base(message) => ByteOffset = byteOffset;

    /// <summary>Where the input stops being good, in bytes from its start; its length when it ends too early.</summary>
    public long ByteOffset { get; }
}
