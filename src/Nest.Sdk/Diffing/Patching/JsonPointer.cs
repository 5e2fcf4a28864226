using System.Globalization;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>Reads JSON pointers strictly by RFC 6901: every path has exactly one spelling.</summary>
internal static class JsonPointer
{
    /// <summary>The token for the position after the last item of a list.</summary>
    public const string End = "-";

    /// <summary>Splits a pointer into its unescaped names.</summary>
    /// <returns>Null when the text is not a pointer.</returns>
    public static string[]? Split(string pointer)
    {
        if (pointer.Length == 0)
            return [];
        if (pointer[0] != '/')
            return null;
        var names = pointer[1..].Split('/');
        if (!pointer.Contains('~', StringComparison.Ordinal))
            return names;
        for (var i = 0; i < names.Length; i++)
        {
            if (!IsEscapedWell(names[i]))
                return null;
            // In this order: ~01 is the name ~1.
            names[i] = names[i].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        }

        return names;
    }

    /// <summary>
    /// Reads an index: digits only, without a leading zero. An index that is out of range for any list becomes the
    /// largest possible one.
    /// </summary>
    public static bool TryReadIndex(string name, out int index)
    {
        index = 0;
        if (name.Length == 0 || (name.Length > 1 && name[0] == '0') || name.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return false;
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out index))
            index = int.MaxValue;
        return true;
    }

    private static bool IsEscapedWell(string name)
    {
        for (var i = name.IndexOf('~', StringComparison.Ordinal); i >= 0; i = name.IndexOf('~', i + 1))
        {
            if (i + 1 == name.Length || name[i + 1] is not ('0' or '1'))
                return false;
        }

        return true;
    }
}
