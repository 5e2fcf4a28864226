using System.Text;
using System.Text.Json;
using CsCheck;
using Nest.Sdk.Collections;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

/// <summary>Random records, with missing fields, unusual texts and unknown members.</summary>
internal static partial class ModelGen
{
    public static readonly Gen<string> Text = Gen.Frequency(
        (4, Gen.String[Gen.Char['a', 'z'], 0, 8]),
        (1, Gen.OneOf("", "🔥 Küche", "\"quoted\" \\ /", "line\nbreak\0", "日本語", "null", "~1/~0", "c.", "{}")),
        (1, Gen.Int[0x20, 0x2FFF].Array[0, 6].Select(points => string.Concat(points.Select(char.ConvertFromUtf32)))));

    public static readonly Gen<string?> MaybeText = Gen.Frequency((1, Gen.Const((string?)null)), (3, Text.Select(text => (string?)text)));

    public static readonly Gen<bool?> MaybeFlag = Gen.OneOf<bool?>(null, true, false);

    public static readonly Gen<int?> MaybeWhole = Gen.Frequency((1, Gen.Const((int?)null)), (3, Gen.Int.Select(number => (int?)number)));

    public static readonly Gen<DateTimeOffset?> MaybeTime = Gen.Frequency(
        (1, Gen.OneOf<DateTimeOffset?>(null, DateTimeOffset.UnixEpoch, DateTimeOffset.MinValue, DateTimeOffset.MaxValue)),
        (2, Gen.Long[0, DateTimeOffset.MaxValue.Ticks].Select(ticks => (DateTimeOffset?)new DateTimeOffset(ticks, TimeSpan.Zero))),
        (1, Gen.Int[1, int.MaxValue].Select(seconds => (DateTimeOffset?)DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromHours(7)))));

    public static readonly Gen<Temperature?> MaybeTemperature =
        Gen.Select(Gen.Decimal[-1000m, 1000m], Gen.Int[-1000, 1000], Gen.Int[0, 3], (celsius, fahrenheit, kind) => kind == 0
            ? (Temperature?)null
            : Temperature.FromReading(kind == 1 ? null : celsius, kind == 2 ? null : fahrenheit));

    // Already masked, so that a JSON round trip changes nothing.
    public static readonly Gen<SecretUri?> MaybeSecret = Gen.OneOf((SecretUri?)null, new SecretUri("***"), new SecretUri("https://home.example.test/***"), new SecretUri("nestmobile://cameras/***"));

    public static readonly Gen<Uri?> MaybeLink = Gen.OneOf((Uri?)null, new Uri("https://video.example.test/live/1"), new Uri("/live", UriKind.Relative));

    public static readonly Gen<EquatableArray<string>> Texts = Text.Array[0, 4].Select(texts => texts.ToEquatableArray());

    public static readonly Gen<string> Json = Gen.Recursive<string>((depth, json) => depth >= 3 ? Leaf : Gen.Frequency(
        (4, Leaf),
        (1, json.Array[0, 3].Select(items => $"[{string.Join(" ,", items)}]")),
        (1, Gen.Select(Gen.OneOf("a", "b", "\\u0061", "ü"), json).Array[0, 3].Select(members => $"{{{string.Join(", ", members.DistinctBy(member => member.Item1.Length == 1 ? member.Item1 : "a").Select(member => $"\"{member.Item1}\": {member.Item2}"))}}}"))));

    public static readonly Gen<EquatableMap<RawJson>> Unknown = Gen.Frequency(
        (2, Gen.Const(default(EquatableMap<RawJson>))),
        (1, Gen.Select(Text.Select(name => "x-" + name), Json.Select(RawJson.Parse), KeyValuePair.Create).Array[1, 3].Select(pairs => pairs.ToEquatableMap())));

    private static Gen<string> Leaf => Gen.OneOf(
        Gen.OneOf("0", "-0", "1", "1.0", "10e-1", "20", "2e1", "9007199254740993", "1e-7", "true", "false", "null", "\"\"", "\"a\"", "\"\\u0061\""),
        Text.Select(text => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(text))));

    public static Gen<T> Word<T>()
        where T : struct, IOpenEnum<T> => Gen.OneOf(Gen.Int[0, T.Known.Count - 1].Select(index => T.Known[index]), MaybeText.Select(T.From));

    public static Gen<EquatableMap<T>> MapOf<T>(Gen<T> item) =>
        Gen.Select(Text, item, KeyValuePair.Create).Array[0, 3].Select(pairs => pairs.ToEquatableMap());
}
