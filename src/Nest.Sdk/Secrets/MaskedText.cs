using System.Text;

namespace Nest.Sdk.Secrets;

/// <summary>Replaces the found secrets by a mask.</summary>
internal static class MaskedText
{
    /// <returns>The text without the secrets. The same object when nothing was found.</returns>
    public static string Of(string text, List<FoundSecret> found, string mask, bool keepsPrefix)
    {
        if (found.Count == 0)
            return text;
        // Overlapping secrets become one, and a prefix inside another secret is ignored.
        found.Sort(static (one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.Tail.CompareTo(other.Tail));
        var masked = new StringBuilder(text.Length);
        var seen = -1;
        foreach (var (whole, tail, end) in found)
        {
            var start = keepsPrefix ? tail : whole;
            if (whole >= seen)
                masked.Append(text.AsSpan(Math.Max(seen, 0), start - Math.Max(seen, 0))).Append(mask);
            seen = Math.Max(seen, end);
        }

        return masked.Append(text.AsSpan(seen)).ToString();
    }
}
