namespace Nest.Sdk.Json;

/// <summary>The mark that some editors, proxies and servers put in front of UTF-8. JSON has no place for it, and the parsers of .NET refuse it.</summary>
internal static class ByteOrderMark
{
    public static ReadOnlySpan<byte> Bytes => [0xEF, 0xBB, 0xBF];

    public static ReadOnlySpan<byte> Without(ReadOnlySpan<byte> utf8) => utf8[Length(utf8)..];

    public static ReadOnlyMemory<byte> Without(byte[] utf8) => utf8.AsMemory(Length(utf8));

    public static ReadOnlyMemory<byte> Without(ReadOnlyMemory<byte> utf8) => utf8[Length(utf8.Span)..];

    /// <summary>How many bytes the mark takes; 0 when there is none.</summary>
    public static int Length(ReadOnlySpan<byte> utf8) => utf8.StartsWith(Bytes) ? Bytes.Length : 0;
}
