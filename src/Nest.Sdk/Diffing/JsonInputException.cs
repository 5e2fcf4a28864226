namespace Nest.Sdk.Diffing;

/// <summary>The bytes are no JSON that can be compared: broken, cut off, not UTF-8, nested too deeply, or with two members of one name.</summary>
/// <remarks>The text says what is wrong and where, and holds nothing of the content.</remarks>
public sealed class JsonInputException : Exception
{
    internal JsonInputException(string what, long byteOffset)
        : base($"{what} at byte {byteOffset}.") => (What, ByteOffset) = (what, byteOffset);

    /// <summary>Where the input stops being good, in bytes from its start; its length when it ends too early.</summary>
    public long ByteOffset { get; }

    internal string What { get; }
}
