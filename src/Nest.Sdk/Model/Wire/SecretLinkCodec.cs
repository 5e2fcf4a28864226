using System.Text.Json;

namespace Nest.Sdk.Model.Wire;

/// <summary>URLs that contain a token. Read unchanged, written masked.</summary>
internal sealed class SecretLinkCodec : Codec<SecretUri?>
{
    public override string Expected => "a string";

    public override bool IsSecret => true;

    public override bool MayBegin(byte first) => first == '"';

    public override bool TryRead(ref WireReader reader, out SecretUri? value)
    {
        var isText = reader.Json.TokenType == JsonTokenType.String;
        value = isText ? new SecretUri(reader.GetText()) : null;
        return isText;
    }

    public override void Write(Utf8JsonWriter writer, SecretUri? value) => writer.WriteStringValue(value?.ToString());
}
