using System.Text;
using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>Words of an open enum. A known word needs no new string.</summary>
internal sealed class WordCodec<T> : Codec<T>
    where T : struct, IOpenEnum<T>
{
    private readonly (byte[] Utf8, T Value)[] _known = [.. T.Known.Select(value => (Encoding.UTF8.GetBytes(value.ToString()), value))];

    public static WordCodec<T> Instance { get; } = new();

    public override string Expected => "a string";

    public override bool MayBegin(byte first) => first == '"';

    public override bool TryRead(ref WireReader reader, out T value)
    {
        value = default;
        if (reader.Json.TokenType != JsonTokenType.String)
            return false;
        var utf8 = reader.Json.ValueSpan;
        foreach (var known in _known)
        {
            if (utf8.SequenceEqual(known.Utf8))
            {
                value = known.Value;
                return true;
            }
        }

        value = T.From(reader.GetText());
        return true;
    }

    public override bool IsAbsent(T value) => value.IsAbsent;

    public override void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(value.ToString());
}
