using System.Text;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

public class ExactNumberTests
{
    [Theory]
    [InlineData("20", "20.0")]
    [InlineData("20", "2e1")]
    [InlineData("20", "0.2E+2")]
    [InlineData("20", "200e-1")]
    [InlineData("0", "-0")]
    [InlineData("0", "0.000e99999999999999999999999")]
    [InlineData("-1.5", "-15e-1")]
    [InlineData("1e99999999999999999999", "10e99999999999999999998")]
    [InlineData("1e-99999999999999999999", "0.1e-99999999999999999998")]
    [InlineData("9007199254740993", "9007199254740993.00")]
    [InlineData("1e007", "1e7")]
    public void Spellings_of_one_value_are_equal(string one, string other)
    {
        Assert.True(AreEqual(one, other));
        Assert.True(AreEqual(other, one));
        Assert.Equal(Hash(one), Hash(other));
    }

    [Theory]
    [InlineData("20", "-20")]
    [InlineData("20", "2")]
    [InlineData("20", "20.00000000000000000000000000000000000001")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("1e99999999999999999999", "1e99999999999999999998")]
    [InlineData("1e5", "1e-5")]
    [InlineData("0", "1e-99999999999999999999")]
    [InlineData("12", "21")]
    public void Other_values_are_not(string one, string other)
    {
        Assert.False(AreEqual(one, other));
        Assert.False(AreEqual(other, one));
    }

    [Fact]
    public void A_number_can_have_any_number_of_digits()
    {
        var long1 = "0." + new string('3', 100_000);

        Assert.True(AreEqual(long1, long1 + "0"));
        Assert.False(AreEqual(long1, long1 + "1"));
        Assert.False(AreEqual("1e1" + new string('0', 100_000), "1e2" + new string('0', 100_000)));
    }

    private static bool AreEqual(string one, string other) => ExactNumber.AreEqual(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));

    private static int Hash(string number) => ExactNumber.HashOf(Encoding.ASCII.GetBytes(number));
}
