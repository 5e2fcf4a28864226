using CsCheck;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Gens;

/// <summary>Any JSON: all kinds, empty containers, unusual names and texts, and numbers of any size.</summary>
internal static class JsonGen
{
    public static readonly Gen<string> Number = Gen.Frequency(
        (3, Gen.Int[-30, 300].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        (2, Gen.OneOf("0", "-0", "20", "20.0", "2e1", "200", "1.5", "0.1", "1e-7", "1E+2", "-0.0", "0e9", "120", "12")),
        (1, Gen.OneOf("9007199254740993", "9007199254740992", "1e400", "1e99999999999999999999", "10e99999999999999999998", "-1e-400", "123456789012345678901234567890.5", "79228162514264337593543950336", "1.0000000000000000000000000000000001")));

    public static readonly Gen<string> Text = Gen.Frequency(
        (4, Gen.String[Gen.Char['a', 'e'], 0, 4]),
        (2, Gen.OneOf("", "🔥 Küche", "\"q\" \\ /", "line\n\0\u001f\u007f", "日本語", "null", "~1/~0", "{}", "],[", ",", ":", "\ud83d", "\ude00\ud83d", "a\ud83db", "é", "e\u0301")),
        (1, Gen.Int[0, 3000].Select(length => new string('x', length / 20) + length)));

    public static readonly Gen<string> Name = Gen.Frequency(
        (5, Gen.String[Gen.Char['a', 'f'], 1, 2]),
        (3, Gen.OneOf("", "/", "~", "~1", "~0", "a/b", "0", "1", "-", "01", " ", "é", "日本", "😀", "\ud83d", "\"", "\\", "\\u0061", "\n", "name", "name_long", "ab", "abc", new string('n', 70), new string('n', 71))));

    public static readonly Gen<JsonTree> Leaf = Gen.Frequency(
        (2, Gen.OneOf("true", "false", "null").Select(JsonTree.Word)),
        (3, Number.Select(JsonTree.Number)),
        (3, Text.Select(text => JsonTree.String(text))));

    public static readonly Gen<JsonTree> Any = Tree(0);

    public static readonly Gen<JsonTree> Small = Tree(2);

    private static Gen<JsonTree> Tree(int from) => Gen.Recursive<JsonTree>((depth, tree) => depth + from >= 5 ? Leaf : Gen.Frequency(
        (depth + from == 0 ? 1 : 4, Leaf),
        (2, tree.Array[0, 4].Select(items => JsonTree.List(items))),
        (1, Gen.Int[0, 12].Array[0, 12].Select(ids => JsonTree.List(ids.Select(id => JsonTree.String($"id-{id}"))))),
        (4, Gen.Select(Name, tree).Array[0, 5].Select(members => JsonTree.Object(members.DistinctBy(member => member.Item1).Select(member => new JsonTreeMember(member.Item1, member.Item2)))))));
}
