using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Nest.Sdk.Json;

/// <summary>Inspects JSON text without building objects.</summary>
internal static class JsonText
{
    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n"u8);

    public static bool IsOneValue(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
            return false;
        try
        {
            var reader = new Utf8JsonReader(utf8);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The kind of a valid value, from its first byte.</summary>
    /// <param name="json">The value, without white space before it.</param>
    public static JsonValueKind KindOf(ReadOnlySpan<byte> json) => json[0] switch
    {
        (byte)'{' => JsonValueKind.Object,
        (byte)'[' => JsonValueKind.Array,
        (byte)'"' => JsonValueKind.String,
        (byte)'t' => JsonValueKind.True,
        (byte)'f' => JsonValueKind.False,
        (byte)'n' => JsonValueKind.Null,
        _ => JsonValueKind.Number,
    };

    /// <summary>
    /// Whether every surrogate escape is paired. <see cref="Utf8JsonReader"/> accepts an unpaired one, but
    /// <c>GetString</c> throws on it.
    /// </summary>
    /// <param name="json">
    /// JSON text or a part of it, not validated yet. Escapes occur only in strings, so no tokens are needed.
    /// </param>
    public static bool HasWholeCharacters(ReadOnlySpan<byte> json)
    {
        while (json.IndexOf((byte)'\\') is var at and >= 0)
        {
            json = json[at..];
            if (!TryReadUnit(json, out var unit))
            {
                // Truncated text may end with the backslash.
                json = json[Math.Min(2, json.Length)..];
                continue;
            }

            json = json[6..];
            if (!char.IsSurrogate(unit))
                continue;
            if (!char.IsHighSurrogate(unit) || !TryReadUnit(json, out var low) || !char.IsLowSurrogate(low))
                return false;
            json = json[6..];
        }

        return true;
    }

    /// <summary>
    /// Copies the text without the white space between tokens. Escapes and the spelling of numbers stay.
    /// </summary>
    public static byte[] Compact(ReadOnlySpan<byte> json)
    {
        if (json.IndexOfAny(WhiteSpace) < 0)
            return json.ToArray();
        var compact = new byte[json.Length];
        int length = 0;
        bool inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            var b = json[i];
            if (inString && b == (byte)'\\')
            {
                compact[length++] = b;
                b = json[++i];
            }
            else if (b == (byte)'"')
            {
                inString = !inString;
            }
            else if (!inString && WhiteSpace.Contains(b))
            {
                continue;
            }

            compact[length++] = b;
        }

        return length == compact.Length ? compact : compact[..length];
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> json, out char unit)
    {
        unit = '\0';
        if (json.Length < 6 || json[0] != (byte)'\\' || json[1] != (byte)'u')
            return false;
        var isHex = Utf8Parser.TryParse(json.Slice(2, 4), out ushort value, out var consumed, 'x') && consumed == 4;
        unit = (char)value;
        return isHex;
    }
}
