using System.Runtime.InteropServices;
using System.Text.Json;
using Nest.Sdk.Json;
using Nest.Sdk.Model;

namespace Nest.Sdk.Sdm.Home;

/// <summary>
/// Reads members of Google's JSON. A value of another kind reads as missing. The methods of
/// <see cref="JsonElement"/> throw on an unpaired surrogate, in a name too; these do not.
/// </summary>
internal static class SdmJson
{
    /// <summary>A member. Of duplicate members the last one. Undefined when it is missing.</summary>
    public static JsonElement Member(JsonElement owner, ReadOnlySpan<byte> name)
    {
        JsonElement found = default;
        if (owner.ValueKind != JsonValueKind.Object)
            return found;
        foreach (var member in owner.EnumerateObject())
        {
            if (EscapedText.AreEqual(JsonMarshal.GetRawUtf8PropertyName(member), name))
                found = member.Value;
        }

        return found;
    }

    /// <summary>The name of a member. An unpaired surrogate becomes U+FFFD.</summary>
    public static string NameOf(JsonProperty member) => EscapedText.ToWholeText(JsonMarshal.GetRawUtf8PropertyName(member));

    /// <summary>A string. An unpaired surrogate becomes U+FFFD. Null when the value is not a string.</summary>
    public static string? Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? EscapedText.ToWholeText(JsonMarshal.GetRawUtf8Value(value)[1..^1]) : null;

    /// <summary>A string that is not empty. Null when the value is empty or not a string.</summary>
    public static string? Word(JsonElement value) => Text(value) is { Length: > 0 } text ? text : null;

    /// <summary>A name for people. Null when the value shows nothing, or is not a string.</summary>
    public static string? Label(JsonElement value) => Text(value) is { } text && NameComparer.Key(text).Length > 0 ? text : null;

    /// <summary>
    /// The words of an array, sorted and each once, so that their order does not count. Null when the value is not an
    /// array.
    /// </summary>
    public static string[]? Words(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. Items(value).Select(Word).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] : null;

    /// <summary>Whether two values are equal, however they are written.</summary>
    public static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (JsonMarshal.GetRawUtf8Value(left).SequenceEqual(JsonMarshal.GetRawUtf8Value(right)))
            return true;
        try
        {
            return JsonElement.DeepEquals(left, right);
        }
        catch (InvalidOperationException)
        {
            // An unpaired surrogate.
            return false;
        }
    }

    /// <summary>The items of an array. None when the value is not an array.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
