using System.Buffers;
using System.Text.Json;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Wwn.Writing;

/// <summary>A wish as Works with Nest takes it: one PUT with the fields of one device or structure.</summary>
internal abstract class WwnWrite(string path)
{
    /// <summary>Which part of the known home the write makes outdated.</summary>
    public virtual string Reach => path;

    /// <summary>The fields as they are sent.</summary>
    public abstract IReadOnlyList<WriteField> Fields { get; }

    /// <summary>Every rule that the home can decide, the first failed one first in Nest's order.</summary>
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
