using System.Buffers;
using System.Text;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

/// <summary>Differences as short texts, such as <c>replace /a 2</c>.</summary>
internal static class DiffText
{
    public static string[] Between(string old, string next) =>
        [.. Utf8JsonDiff.Compare(Encoding.UTF8.GetBytes(old), Encoding.UTF8.GetBytes(next)).ToOperations().Select(static operation => $"{operation} {operation.Value?.GetRawText()}".TrimEnd())];

    public static string Patch(string old, string next)
    {
        var output = new ArrayBufferWriter<byte>();
        Utf8JsonDiff.Compare(Encoding.UTF8.GetBytes(old), Encoding.UTF8.GetBytes(next)).WritePatch(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static JsonIndex Index(byte[] document)
    {
        var index = new JsonIndex();
        JsonIndexer.ReadDocument(document, index);
        return index;
    }
}
