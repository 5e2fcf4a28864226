using System.Buffers;
using System.Text.Json;
using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Writing;

/// <summary>What a caller wants of one device or structure, before anything is known of the home.</summary>
internal abstract record WriteIntent
{
    /// <summary>The reach of a write that may change every owner.</summary>
    public const string All = "/";

    /// <summary>The owner's path.</summary>
    public abstract string Path { get; }

    /// <summary>Whose knowledge the write makes out of date: the path of the owner, or <see cref="All"/>.</summary>
    public virtual string Reach => Path;

    /// <summary>The fields as they are sent to this home; null stands for one that is not known.</summary>
    public abstract IReadOnlyList<WriteField> Fields(DataModel? home);

    /// <summary>Every rule that the home can decide, the first broken one first in Nest's order.</summary>
    public abstract IEnumerable<NestRuleCheck> Check(DataModel home, WriteLimits limits);

    public static NestWrite ToWrite(string path, IReadOnlyList<WriteField> fields)
    {
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

        return new NestWrite(path, body.WrittenSpan.ToArray());
    }
}
