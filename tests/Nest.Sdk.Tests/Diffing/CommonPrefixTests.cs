using System.Runtime.InteropServices;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Tests.Diffing;

/// <summary>Tests every vector width on every machine. .NET emulates a width that the processor lacks.</summary>
public class CommonPrefixTests
{
    private delegate nuint Search(ref byte one, ref byte other, nuint length);

    public static TheoryData<string> Widths => ["512", "256", "128", "scalar", "chosen"];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Finds_the_first_difference_wherever_it_is(string width)
    {
        var one = Enumerable.Range(0, 700).Select(static i => (byte)(i * 7)).ToArray();
        for (var length = 0; length <= one.Length; length += length < 300 ? 1 : 37)
        {
            for (var at = 0; at < length; at += length < 80 ? 1 : 13)
            {
                var other = one.ToArray();
                other[at] ^= 1;
                // A second difference must not be reported as the first.
                other[length - 1] ^= 2;

                Assert.Equal(at, Length(width, one.AsSpan(0, length), other.AsSpan(0, length)));
            }

            Assert.Equal(length, Length(width, one.AsSpan(0, length), one.ToArray().AsSpan(0, length)));
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Reads_nothing_after_the_end(string width)
    {
        byte[] one = [1, 2, 3, 4, 5];
        byte[] other = [1, 2, 3, 9, 5];

        Assert.Equal(3, Length(width, one.AsSpan(0, 3), other.AsSpan(0, 3)));
    }

    [Fact]
    public void Texts_of_two_lengths_have_at_most_the_shorter_in_common() => Assert.Equal(2, CommonPrefix.Length("ab"u8, "abc"u8));

    private static int Length(string width, ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        Search search = width switch
        {
            "512" => CommonPrefix.Length512,
            "256" => CommonPrefix.Length256,
            "128" => CommonPrefix.Length128,
            _ => static (ref byte left, ref byte right, nuint length) => CommonPrefix.LengthScalar(ref left, ref right, 0, length),
        };
        return width == "chosen" ? CommonPrefix.Length(one, other) : (int)search(ref MemoryMarshal.GetReference(one), ref MemoryMarshal.GetReference(other), (nuint)one.Length);
    }
}
