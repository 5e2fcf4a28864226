using System.Text;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

public sealed class NameComparerTests
{
    private static readonly NameComparer Comparer = NameComparer.Instance;

    [Theory]
    [InlineData("Hallway", "hallway")]
    [InlineData("Hallway", "Hallway ")]
    [InlineData("Living Room", " Living\u00A0Room")]
    [InlineData("Living Room", "Living  Room")]
    [InlineData("Living Room", "Living\u3000\r\n\u2028Room")]
    [InlineData("Küche", "Ku\u0308che")]
    [InlineData("Phòng ngủ ệ", "Pho\u0300ng ngu\u0309 e\u0302\u0323")]
    [InlineData("거실", "\u1100\u1165\u1109\u1175\u11AF")]
    [InlineData("ガレージ", "カ\u3099レーシ\u3099")]
    [InlineData("Mum’s Room", "Mum's Room")]
    [InlineData("“Den”", "\"den\"")]
    [InlineData("Den – North", "Den - North")]
    [InlineData("Den\u2011North", "Den\u2212North")]
    [InlineData("Ha\u200Bll\u00ADway\uFEFF", "Hallway")]
    [InlineData("👨\u200D👩\u200D👧", "👨👩👧")]
    [InlineData("❤\uFE0F Den", "❤ Den")]
    [InlineData("🏴\U000E0067\U000E007F", "🏴")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Ｄｅｎ", "Den")]
    [InlineData("ΟΔΟΣ", "οδος")]
    [InlineData("Å", "\u212B")]
    public void Names_as_people_type_them_are_equal(string name, string typed)
    {
        Assert.True(Comparer.Equals(name, typed));
        Assert.True(Comparer.Equals(typed, name));
        Assert.Equal(Comparer.GetHashCode(name), Comparer.GetHashCode(typed));
    }

    [Theory]
    [InlineData("Den", "Den 2")]
    [InlineData("Living Room", "LivingRoom")]
    [InlineData("Cafe", "Café")]
    [InlineData("カ", "ガ")]
    [InlineData("Den", null)]
    [InlineData("", null)]
    public void Other_names_differ(string name, string? other)
    {
        Assert.False(Comparer.Equals(name, other));
        Assert.False(Comparer.Equals(other, name));
    }

    [Fact]
    public void Every_composed_letter_equals_its_parts()
    {
        for (var code = 0xA0; code < 0xFB50; code++)
        {
            var letter = (char)code;
            // Compatibility ideographs and symbols are not taken apart.
            if (char.IsSurrogate(letter) || !char.IsLetter(letter) || letter is >= '\uF900' and < '\uFB00')
                continue;
            Assert.True(Comparer.Equals($"{letter}", $"{letter}".Normalize(NormalizationForm.FormD)), $"U+{code:X4}");
        }
    }
}
