using System.Buffers;
using System.Text.Json;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Client;

/// <summary>Makes a <see cref="NestWrite"/> of an id and the members to change.</summary>
internal static class WriteBody
{
    public static NestWrite To(string collection, string id, Action<Utf8JsonWriter> members, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(id))] string idName = "")
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return new NestWrite($"{collection}/{Checked(id, idName)}", body.WrittenSpan.ToArray());
    }

    /// <summary>Ids are opaque, but they are one segment of a path (reference §15).</summary>
    private static string Checked(string id, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, name);
        return id.Contains('/', StringComparison.Ordinal) || id is "." or ".."
            ? throw new ArgumentException($"'{id}' cannot be an id: it would lead to another path.", name)
            : id;
    }
}
