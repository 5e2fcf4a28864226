using System.Buffers;
using System.Text;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class PointerTextTests
{
    [Theory]
    [InlineData("", "/")]
    [InlineData("name", "/name")]
    [InlineData("~", "/~0")]
    [InlineData("/", "/~1")]
    [InlineData("~1", "/~01")]
    [InlineData("a/b/~c", "/a~1b~1~0c")]
    [InlineData(@"\u002f", "/~1")]
    [InlineData(@"\u002F\u007e", "/~1~0")]
    [InlineData(@"\/", "/~1")]
    [InlineData(@"\\u002f", @"/\\u002f")]
    [InlineData(@"\""\n\u0041", @"/\""\n\u0041")]
    [InlineData(@"\ud83d", @"/\ud83d")]
    [InlineData("é😀", "/é😀")]
    public void A_name_keeps_its_spelling_except_for_pointer_escapes(string name, string expected)
    {
        var output = new ArrayBufferWriter<byte>();
        PointerText.Write(Encoding.UTF8.GetBytes(name), output);

        Assert.Equal(expected, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData(0, "/0")]
    [InlineData(10, "/10")]
    [InlineData(int.MaxValue, "/2147483647")]
    public void An_index_is_a_plain_number(int place, string expected)
    {
        var output = new ArrayBufferWriter<byte>();
        PointerText.Write(place, output);

        Assert.Equal(expected, Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
