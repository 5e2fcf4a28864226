using System.Text.Json;
using CsCheck;
using Nest.Sdk.Diffing;
using Nest.Sdk.Tests.Diffing.Gens;
using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Laws;

public class ValueLawsTests
{
    private static readonly Gen<byte[]> Value = Gen.Frequency((3, JsonGen.Leaf), (1, JsonGen.Small)).Select(JsonStyle.Any, (tree, style) => style.Write(tree));

    [Fact]
    public void Typed_values_agree_with_an_element() => Value.Holds(1_000, json =>
    {
        var element = JsonElement.Parse(json);

        // From and to an empty document: the whole value is added.
        var value = new Utf8JsonDiff().Compare(json)[0].New;

        Assert.Equal(element.ValueKind, value.Kind);
        Assert.True(ReferenceEquality.IsSame(ReferenceParser.Parse(json), ReferenceParser.Parse(value.Utf8)));
        Assert.True(ReferenceEquality.IsSame(ReferenceParser.Parse(json), ReferenceParser.Parse(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value.ToElement()))));
        if (element.ValueKind == JsonValueKind.String)
            Assert.Equal(ReferenceParser.Parse(json).Text, value.GetString());
        else if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            Assert.Equal(element.GetBoolean(), value.GetBoolean());
        else if (element.ValueKind == JsonValueKind.Number)
            AssertNumber(element, value);
        AssertRefusals(value);
    }, json => Law.Print(json));

    private static void AssertNumber(JsonElement element, JsonChangeValue value)
    {
        Assert.Equal((element.TryGetInt64(out var whole), whole), (value.TryGetInt64(out var otherWhole), otherWhole));
        Assert.Equal((element.TryGetDecimal(out var number), number), (value.TryGetDecimal(out var otherNumber), otherNumber));
        Assert.Equal((element.TryGetDouble(out var real), real), (value.TryGetDouble(out var otherReal), otherReal));
    }

    private static void AssertRefusals(JsonChangeValue value)
    {
        var isNumber = value.Kind == JsonValueKind.Number;
        Assert.Equal((isNumber, isNumber), (value.TryGetDouble(out _), isNumber));
        Assert.False(!isNumber && (value.TryGetInt64(out _) || value.TryGetDecimal(out _)));
        Assert.Equal(value.Kind == JsonValueKind.String, Answers(value, static each => each.GetString()));
        Assert.Equal(value.Kind is JsonValueKind.True or JsonValueKind.False, Answers(value, static each => each.GetBoolean()));
    }

    private static bool Answers<T>(JsonChangeValue value, Func<JsonChangeValue, T> read)
    {
        try
        {
            read(value);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
