using System.Globalization;
using System.Text;

namespace Nest.Sdk.Authorization.Stores;

/// <summary>Converts between accounts and file names: <c>token.NAME.json</c>.</summary>
/// <remarks>
/// Everything but lowercase letters, digits, hyphen and underscore is escaped as <c>%XX</c>, because file systems
/// differ in which names they treat as equal. Some reserve device names; no name that begins with <c>token</c> is
/// reserved.
/// </remarks>
internal static class TokenFileName
{
    private const string Prefix = "token.";
    private const string Suffix = ".json";

    public static string Of(string account) => Prefix + string.Concat(Encoding.UTF8.GetBytes(account).Select(Written)) + Suffix;

    /// <returns>The account. Null when the name is not that of a token file.</returns>
    public static string? AccountOf(string fileName)
    {
        if (fileName.Length <= Prefix.Length + Suffix.Length || !fileName.StartsWith(Prefix, StringComparison.Ordinal) || !fileName.EndsWith(Suffix, StringComparison.Ordinal))
            return null;
        var account = Uri.UnescapeDataString(fileName[Prefix.Length..^Suffix.Length]);
        // Accepts only the exact spelling that Of produces.
        return Of(account) == fileName ? account : null;
    }

    private static string Written(byte letter) => letter is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'_'
        ? ((char)letter).ToString()
        : string.Create(CultureInfo.InvariantCulture, $"%{letter:X2}");
}
