using System.Buffers;

namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// Replaces one value in a document, without reading the rest. The document is one that <see cref="SdmDocument"/> wrote:
/// without white space, and with quotes in texts escaped, so that a quoted name with a colon is a member.
/// </summary>
internal static class SdmSplice
{
    private static readonly SearchValues<char> PlainLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    private static readonly SearchValues<byte> ValueEnds = SearchValues.Create(",}"u8);

    /// <param name="buffer">The document, with space after it.</param>
    /// <param name="length">The length of the document.</param>
    /// <param name="device">The resource name of a device.</param>
    /// <param name="trait">The value.</param>
    /// <returns>The length of the changed document. Zero when the member was not found.</returns>
    public static int Replace(Span<byte> buffer, int length, ReadOnlySpan<char> device, in SdmPlainTrait trait)
    {
        var id = device[(device.LastIndexOf('/') + 1)..];
        if (id.Length is 0 or > 256 || id.ContainsAnyExcept(PlainLetters))
            return 0;
        Span<byte> start = stackalloc byte[16 + id.Length];
        "\"device_id\":\""u8.CopyTo(start);
        var written = 13 + System.Text.Encoding.ASCII.GetBytes(id, start[13..]);
        start[written++] = (byte)'"';
        var document = buffer[..length];
        var from = document.IndexOf(start[..written]);
        if (from < 0)
            return 0;
        from += written;
        var rest = document[from..];
        // Not beyond the next device.
        if (rest.IndexOf(start[..13]) is >= 0 and var next)
            rest = rest[..next];
        var member = rest.IndexOf(trait.Member);
        if (member < 0)
            return 0;
        from += member + trait.Member.Length;
        var old = document[from..].IndexOfAny(ValueEnds);
        return old < 0 ? 0 : Replace(buffer, length, from, old, trait.Value.Span);
    }

    private static int Replace(Span<byte> buffer, int length, int from, int old, ReadOnlySpan<byte> value)
    {
        var next = length + value.Length - old;
        if (next > buffer.Length)
            return 0;
        buffer[(from + old)..length].CopyTo(buffer[(from + value.Length)..]);
        value.CopyTo(buffer[from..]);
        return next;
    }
}
