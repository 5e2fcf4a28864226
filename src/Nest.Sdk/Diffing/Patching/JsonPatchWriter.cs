using System.Buffers;
using System.Text;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>Writes patches, and valid JSON without its white space.</summary>
internal static class JsonPatchWriter
{
    private static readonly SearchValues<byte> SpaceAndQuote = SearchValues.Create(" \t\r\n\""u8);

    public static void Write(IReadOnlyList<JsonPatchStep> steps, IBufferWriter<byte> output)
    {
        output.Write("["u8);
        for (var i = 0; i < steps.Count; i++)
        {
            if (i > 0)
                output.Write(","u8);
            Write(steps[i], output);
        }

        output.Write("]"u8);
    }

    /// <summary>Writes a single operation with its old value.</summary>
    public static void WriteOne(JsonPatchStep step, IBufferWriter<byte> output) => Write(step, output, step.ReadOld());

    /// <summary>Copies valid JSON without the white space between tokens.</summary>
    public static void WriteCompact(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        while (!json.IsEmpty)
        {
            var plain = json.IndexOfAny(SpaceAndQuote);
            if (plain < 0)
                plain = json.Length;
            else if (json[plain] == '"')
                plain += JsonLeaf.TextLength(json[(plain + 1)..]) + 2;
            if (plain > 0)
                output.Write(json[..plain]);
            json = json[plain..].TrimStart(" \t\r\n"u8);
        }
    }

    private static void Write(JsonPatchStep step, IBufferWriter<byte> output, JsonPatchValue old = default)
    {
        output.Write("{\"op\":\""u8);
        Encoding.UTF8.GetBytes(JsonPatch.NameOf(step.Operation.Kind), output);
        output.Write("\""u8);
        if (step.NeedsFrom)
        {
            output.Write(",\"from\":"u8);
            SpelledText.Encode(step.Operation.From, output);
        }

        output.Write(",\"path\":"u8);
        SpelledText.Encode(step.Operation.Path, output);
        if (!old.IsNothing)
        {
            output.Write(",\"old\":"u8);
            old.Write(output);
        }

        if (step.NeedsValue)
        {
            output.Write(",\"value\":"u8);
            step.Value.Write(output);
        }

        output.Write("}"u8);
    }
}
