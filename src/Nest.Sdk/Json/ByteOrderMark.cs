namespace Nest.Sdk.Json;

/// <summary>
/// The byte order mark that some editors, proxies and servers write before UTF-8. JSON does not allow it, and the
/// parsers of .NET reject it.
/// </summary>
internal static class ByteOrderMark
{
    public static ReadOnlySpan<byte> Bytes => [0xEF, 0xBB, 0xBF];

    public static ReadOnlySpan<byte> Without(ReadOnlySpan<byte> utf8) => utf8[Length(utf8)..];

    public static ReadOnlyMemory<byte> Without(byte[] utf8) => utf8.AsMemory(Length(utf8));

    public static ReadOnlyMemory<byte> Without(ReadOnlyMemory<byte> utf8) => utf8[Length(utf8.Span)..];

    /// <summary>The length of the mark in bytes. 0 when the text has no mark.</summary>
    public static int Length(ReadOnlySpan<byte> utf8) => utf8.StartsWith(Bytes) ? Bytes.Length : 0;
}
