using System.Text;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Wwn;

/// <summary>A line ends at its first CR or LF, whatever its length and its surroundings.</summary>
public class LineEndsTests
{
    [Theory]
    [InlineData('\r')]
    [InlineData('\n')]
    public void The_first_end_is_found_wherever_it_is(char end)
    {
        for (var length = 1; length < 700; length += 13)
        {
            for (var at = 0; at < length; at++)
            {
                var text = Encoding.ASCII.GetBytes(new string('x', at) + end + new string(at % 3 == 0 ? '\r' : '\n', length - at - 1));

                Assert.Equal(at, LineEnds.IndexOf(text));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"a\":1}")]
    [InlineData("\t")]
    public void Without_a_line_end_none_is_found(string text)
    {
        for (var times = 1; times < 400; times++)
            Assert.Equal(-1, LineEnds.IndexOf(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(text, times)))));
    }

    [Fact]
    public void Other_low_bytes_do_not_end_a_line()
    {
        byte[] text = [.. Enumerable.Repeat<byte>(0x0B, 300), .. Enumerable.Repeat((byte)'x', 300), (byte)'\n'];

        Assert.Equal(600, LineEnds.IndexOf(text));
    }
}
