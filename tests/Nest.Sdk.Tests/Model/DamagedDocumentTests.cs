using System.Text.Json;
using CsCheck;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

/// <summary>Tests random damage to a real document: it is read or rejected, without any other effect.</summary>
public sealed class DamagedDocumentTests
{
    private static readonly Gen<string> Damage = Gen.OneOf("\"", "{", "}", "[", "]", ",", ":", "null", "0", "-1e400", "\\uD800", "\\u0061", "true", " ", "\u0001", "c", "{}", "\"a\":1,");

    [Fact]
    public void Damaged_json_is_read_or_rejected()
    {
        var home = Document.FullHome;
        Gen.Select(Gen.Int[0, home.Length - 1], Gen.Int[0, 12], Damage).Sample(
            (at, length, damage) =>
            {
                try
                {
                    byte[] bytes = [.. home[..at], .. System.Text.Encoding.UTF8.GetBytes(damage), .. home[Math.Min(home.Length, at + length)..]];
                    var result = DataModelReader.Read(bytes);
                    Assert.DoesNotContain(null!, result.Issues);
                    JsonSerializer.SerializeToUtf8Bytes(result.Model, NestJsonContext.Default.DataModel);
                }
                catch (NestProtocolException)
                {
                    // Rejected: the only result besides a model.
                }
            },
            iter: 3000);
    }

    [Fact]
    public void A_truncated_document_is_rejected()
    {
        var home = JsonSerializer.SerializeToUtf8Bytes(DataModelReader.Read(Document.FullHome).Model, NestJsonContext.Default.DataModel);

        for (var length = 0; length < home.Length; length++)
            Assert.Throws<NestProtocolException>(() => DataModelReader.Read(home.AsSpan(0, length)));
    }

    [Theory]
    [InlineData("{\\")]
    [InlineData("{\"name\\")]
    [InlineData("{\"name\":\"Hall\\")]
    [InlineData("{\"name\":\"\\uD83D\\")]
    [InlineData("{\"name\":\"\\uD83D\\u")]
    public void A_document_truncated_inside_an_escape_is_rejected(string json) => Assert.Throws<NestProtocolException>(() => Document.Read(json));

    [Fact]
    public void Values_of_another_kind_do_not_affect_the_rest_of_the_document()
    {
        // Replaces each value of the document by each of these.
        foreach (var odd in (string[])["null", "true", "7", "7.5", "\"x\"", "\"\\uD800\"", "[]", "[1]", "{}", "{\"y\":{}}"])
        {
            foreach (var (start, end) in Values(Document.FullHome))
            {
                byte[] bytes = [.. Document.FullHome.AsSpan(0, start), .. System.Text.Encoding.UTF8.GetBytes(odd), .. Document.FullHome.AsSpan(end)];

                var result = DataModelReader.Read(bytes);

                Assert.True(result.Issues.Count <= 1, $"{odd} at {start} gave {result.Issues}");
                Assert.All(result.Issues, issue => Assert.StartsWith("/", issue.Path, StringComparison.Ordinal));
            }
        }
    }

    private static List<(int Start, int End)> Values(byte[] json)
    {
        var values = new List<(int, int)>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray)
                continue;
            var copy = reader;
            copy.Skip();
            values.Add(((int)reader.TokenStartIndex, (int)copy.BytesConsumed));
        }

        return values;
    }
}
