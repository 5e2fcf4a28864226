using System.Buffers;
using System.Text.Json;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

/// <summary>Tests that errors of a program are distinguished from errors of a patch.</summary>
public class JsonPatchStepsTests
{
    private static readonly JsonPatchOperation Valid = new() { Kind = JsonPatchKind.Add, Path = "/a", Value = JsonElement.Parse("1") };

    [Fact]
    public void An_operation_that_is_null_is_named() => AssertRefused(null!, "Operation 1 is null. Omit it.");

    [Fact]
    public void An_unknown_kind_is_refused_and_printed_as_its_number()
    {
        var operation = new JsonPatchOperation { Kind = (JsonPatchKind)99, Path = "/a", Value = JsonElement.Parse("1") };

        Assert.Equal("99 /a", operation.ToString());
        AssertRefused(operation, "Operation 1 (99 /a) has an unknown kind.");
    }

    [Fact]
    public void A_value_of_a_disposed_document_is_refused()
    {
        var document = JsonDocument.Parse("""{"a":1}""");
        var operation = new JsonPatchOperation { Kind = JsonPatchKind.Replace, Path = "/a", Value = document.RootElement };
        document.Dispose();

        AssertRefused(operation, "Operation 1 (replace /a) has a value whose JsonDocument was disposed.");
    }

    private static void AssertRefused(JsonPatchOperation operation, string message)
    {
        var output = new ArrayBufferWriter<byte>();
        var applied = Assert.Throws<ArgumentException>("operations", () => JsonPatch.Apply("{}"u8, [Valid, operation]));
        var written = Assert.Throws<ArgumentException>("operations", () => JsonPatch.Write([Valid, operation], output));

        Assert.StartsWith(message, applied.Message, StringComparison.Ordinal);
        Assert.Equal(applied.Message, written.Message);
        Assert.Equal(0, output.WrittenCount);
    }
}
