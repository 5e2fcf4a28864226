using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>A record inside another record.</summary>
internal sealed class ObjectCodec<T>(WireType<T> type, T? absent) : Codec<T?>
    where T : class
{
    public override string Expected => "an object";

    public override T? Absent => absent;

    public override bool MayBegin(byte first) => first == '{';

    public override bool TryRead(ref WireReader reader, out T? value)
    {
        value = reader.Json.TokenType == JsonTokenType.StartObject ? type.Read(ref reader) : null;
        return value is not null;
    }

    public override bool CanEdit(T? value, ref LeafPath leaf) => value is not null && type.CanEdit(value, ref leaf);

    public override EditResult TryEdit(ref T? value, ref LeafPath leaf, ModelEdit edit) =>
        value is null ? EditResult.Impossible : type.TryEdit(ref value, ref leaf, edit);

    public override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            type.Write(writer, value);
    }
}
