using System.Buffers;
using System.Text.Json;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>A write of Works with Nest: one PUT with the fields of one device or structure.</summary>
internal abstract class WwnWrite(string path)
{
    /// <summary>Which part of the model the write invalidates.</summary>
    public virtual string Reach => path;

    /// <summary>The fields to send.</summary>
    public abstract IReadOnlyList<WriteField> Fields { get; }

    /// <summary>Checks the rules in Nest's order, with the first failed one first.</summary>
    public abstract IEnumerable<NestRuleCheck> Check(DataModel home);

    public WriteStep ToStep()
    {
        var fields = Fields;
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            foreach (var field in fields)
            {
                json.WritePropertyName(field.Name);
                field.Value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return new WriteStep(HttpMethod.Put.Method, path, body.WrittenSpan.ToArray(), fields, Reach);
    }
}
