using System.Globalization;
using System.Text;

namespace Nest.Sdk.Authorization.Stores;

/// <summary>The file of an account: <c>token.NAME.json</c>.</summary>
/// <remarks>All but small letters, digits, hyphen and underscore are written as <c>%XX</c>: file systems differ in what they take for the same name, and some refuse names of devices, which none is that begins with <c>token</c>.</remarks>
internal static class TokenFileName
{
    private const string Prefix = "token.";
    private const string Suffix = ".json";

    public static string Of(string account) => Prefix + string.Concat(Encoding.UTF8.GetBytes(account).Select(Written)) + Suffix;

    /// <returns>Null when it is no token file.</returns>
    public static string? AccountOf(string fileName)
    {
        if (fileName.Length <= Prefix.Length + Suffix.Length || !fileName.StartsWith(Prefix, StringComparison.Ordinal) || !fileName.EndsWith(Suffix, StringComparison.Ordinal))
            return null;
        var account = Uri.UnescapeDataString(fileName[Prefix.Length..^Suffix.Length]);
        // Only as we would have written it.
        return Of(account) == fileName ? account : null;
    }

    private static string Written(byte letter) => letter is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'_'
        ? ((char)letter).ToString()
        : string.Create(CultureInfo.InvariantCulture, $"%{letter:X2}");
}
