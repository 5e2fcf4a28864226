using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>
/// ISO 8601 times, in UTC in the model. The Unix epoch means "never" and reads as absent. See
/// docs/protocol/works-with-nest.md#numbers-times-ids.
/// </summary>
internal sealed class TimeCodec(bool acceptZero) : Codec<DateTimeOffset?>
{
    // 2017-02-02T20:53:05.3381234+07:00 has 33 bytes. Longer fractions need more, but no valid time needs more than
    // this.
    private const int MaxLength = 64;

    // An escape such as \u0032 takes six bytes.
    private const int MaxEscapedLength = 6 * MaxLength;

    private static readonly SearchValues<byte> Characters = SearchValues.Create("0123456789-+:.TZ"u8);

    public override string Expected => "an ISO 8601 time";

    public override bool TryRead(ref WireReader reader, out DateTimeOffset? value)
    {
        value = null;
        if (acceptZero && reader.Json.TokenType == JsonTokenType.Number && reader.Json.TryGetDecimal(out var number) && number == 0)
            return true;
        if (reader.Json.TokenType != JsonTokenType.String || reader.Json.ValueSpan.Length > (reader.Json.ValueIsEscaped ? MaxEscapedLength : MaxLength) || !reader.HasWholeText)
            return false;

        // Times from the server end in Z and need no copy. The epoch is the value of every idle timer.
        if (reader.Json.ValueSpan.SequenceEqual("1970-01-01T00:00:00.000Z"u8))
            return true;
        DateTimeOffset time;
        if (!reader.Json.ValueIsEscaped && reader.Json.ValueSpan.EndsWith("Z"u8))
        {
            if (!reader.Json.TryGetDateTimeOffset(out time))
                return false;
        }
        else if (!TryParseOther(ref reader, out time))
        {
            return false;
        }

        value = UnixEpoch.AsAbsent(time);
        return true;
    }

    public override bool IsAbsent(DateTimeOffset? value) => value is null;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value)
    {
        var time = value.GetValueOrDefault().UtcDateTime;
        var format = time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
        Span<byte> text = stackalloc byte[MaxLength];
        time.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    private static bool TryParseOther(ref WireReader reader, out DateTimeOffset time)
    {
        time = default;
        Span<byte> quoted = stackalloc byte[MaxEscapedLength + 3];
        var length = reader.Json.CopyString(quoted[1..^2]);
        return length <= MaxLength && TryParse(quoted, length, out time);
    }

    // The framework reads a time without an offset as local time, but here it is UTC. So a Z is added before parsing.
    private static bool TryParse(Span<byte> quoted, int length, out DateTimeOffset time)
    {
        time = default;
        var text = quoted.Slice(1, length);
        var clock = text.IndexOf((byte)'T');
        if (clock < 0 || text.ContainsAnyExcept(Characters))
            return false;
        var offset = text[clock..].IndexOfAny((byte)'Z', (byte)'+', (byte)'-');
        if (offset < 0)
        {
            quoted[++length] = (byte)'Z';
        }
        else if (text.Length - clock - offset == 5 && !text[^5..].Contains((byte)':'))
        {
            // ISO 8601 allows an offset without a colon (-0700), the framework does not.
            text[^2..].CopyTo(quoted[length..]);
            quoted[length - 1] = (byte)':';
            length++;
        }

        quoted[0] = quoted[length + 1] = (byte)'"';
        var reader = new Utf8JsonReader(quoted[..(length + 2)]);
        if (!reader.Read() || !reader.TryGetDateTimeOffset(out time))
            return false;
        time = time.ToUniversalTime();
        return true;
    }
}
