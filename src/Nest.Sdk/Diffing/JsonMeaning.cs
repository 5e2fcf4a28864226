using System.Text.Json;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing;

/// <summary>Whether two leaves that are spelt differently mean the same.</summary>
internal static class JsonMeaning
{
    public static bool AreEqual(JsonValueKind kind, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => kind switch
    {
        JsonValueKind.String => (EscapedText.IsEscaped(left) || EscapedText.IsEscaped(right)) && EscapedText.AreEqual(left[1..^1], right[1..^1]),
        JsonValueKind.Number => ExactNumber.AreEqual(left, right),
        // Of true, false and null there is one each.
        _ => true,
    };
}
