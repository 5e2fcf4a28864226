using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

internal sealed class LinkCodec : Codec<Uri?>
{
    public override string Expected => "a URL";

    public override bool TryRead(ref WireReader reader, out Uri? value)
    {
        value = null;
        return reader.Json.TokenType == JsonTokenType.String
            && reader.HasWholeText
            && Uri.TryCreate(reader.Json.GetString(), UriKind.RelativeOrAbsolute, out value);
    }

    public override bool IsAbsent(Uri? value) => value is null;

    public override void Write(Utf8JsonWriter writer, Uri? value) => writer.WriteStringValue(value?.OriginalString);
}
