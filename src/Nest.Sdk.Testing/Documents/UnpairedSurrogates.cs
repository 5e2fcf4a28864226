using System.Buffers.Text;

namespace Nest.Sdk.Testing.Documents;

/// <summary>Finds JSON escapes of unpaired surrogates. They are valid JSON, but not characters.</summary>
internal static class UnpairedSurrogates
{
    private const int EscapeLength = 6;

    /// <returns>The JSON with each unpaired surrogate replaced by U+FFFD. The length does not change.</returns>
    public static ReadOnlySpan<byte> Replace(ReadOnlySpan<byte> json)
    {
        byte[]? mended = null;
        for (var at = 0; json[at..].IndexOf((byte)'\\') is var step and >= 0;)
        {
            at += step;
            if (!TryReadUnit(json[at..], out var unit))
            {
                // Another escape, such as that of a backslash.
                at = Math.Min(at + 2, json.Length);
                continue;
            }

            var next = at + EscapeLength;
            if (char.IsHighSurrogate(unit) && TryReadUnit(json[next..], out var low) && char.IsLowSurrogate(low))
                next += EscapeLength;
            else if (char.IsSurrogate(unit))
                @"\uFFFD"u8.CopyTo((mended ??= json.ToArray()).AsSpan(at));
            at = next;
        }

        return mended ?? json;
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> json, out char unit)
    {
        unit = '\0';
        if (json.Length < EscapeLength || !json.StartsWith(@"\u"u8))
            return false;
        var isHex = Utf8Parser.TryParse(json.Slice(2, 4), out ushort value, out var read, 'x') && read == 4;
        unit = (char)value;
        return isHex;
    }
}
