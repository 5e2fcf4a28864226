using System.Text.Json;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing;

/// <summary>Compares two leaves with different spellings by meaning.</summary>
internal static class JsonMeaning
{
    public static bool AreEqual(JsonValueKind kind, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => kind switch
    {
        JsonValueKind.String => (EscapedText.IsEscaped(left) || EscapedText.IsEscaped(right)) && EscapedText.AreEqual(left[1..^1], right[1..^1]),
        JsonValueKind.Number => ExactNumber.AreEqual(left, right),
        // true, false and null have one spelling each.
        _ => true,
    };
}
