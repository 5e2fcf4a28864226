using System.Text;
using Nest.Sdk.Diffing;
using Nest.Sdk.Json;

namespace Nest.Sdk.Tests.Json;

public class EscapedTextTests
{
    [Theory]
    [InlineData("ab", "a\\u0062")]
    [InlineData("/", "\\/")]
    [InlineData("\\n", "\\u000a")]
    [InlineData("\\\"\\\\\\b\\f\\n\\r\\t", "\\u0022\\u005C\\u0008\\u000C\\u000A\\u000D\\u0009")]
    [InlineData("é", "\\u00e9")]
    [InlineData("😀", "\\ud83d\\uDE00")]
    [InlineData("\\ud83d", "\\uD83D")]
    [InlineData("\\ude00\\ud83d", "\\uDE00\\uD83D")]
    public void Spellings_of_one_text_are_equal(string one, string other)
    {
        Assert.True(AreEqual(one, other));
        Assert.Equal(NameTable.Hash(Utf8(one)), NameTable.Hash(Utf8(other)));
        Assert.Equal(EscapedText.ToText(Utf8(one)), EscapedText.ToText(Utf8(other)));
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a", "a\\u0062")]
    [InlineData("\\ud83d", "\ufffd")]
    [InlineData("\\ud83d", "\\ude00")]
    [InlineData("\\\\u0061", "\\u0061")]
    public void Other_texts_are_not(string one, string other) => Assert.False(AreEqual(one, other));

    [Fact]
    public void An_unpaired_surrogate_stays_one_char() => Assert.Equal("a\ud83db", EscapedText.ToText("a\\ud83db"u8));

    private static bool AreEqual(string one, string other) => EscapedText.AreEqual(Utf8(one), Utf8(other));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
