namespace Nest.Sdk.Sdm;

/// <summary>The spelling of Google's resource names. See docs/protocol/smart-device-management.md#rest-calls.</summary>
internal static class SdmResourceName
{
    private const string Root = "enterprises";

    /// <summary>
    /// Whether a text is one segment of a resource name: letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>~</c>,
    /// which need no escaping, and not only dots.
    /// </summary>
    public static bool IsSegment(string text) =>
        text.Length > 0 && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '~') && text.Any(static letter => letter != '.');

    /// <summary>
    /// Gets the resource name of an address in Google's addressing: <c>enterprises/…</c>, also with a slash before it.
    /// Null when the address is a path of the document.
    /// </summary>
    /// <exception cref="ArgumentException">A segment is empty or has other characters than a name.</exception>
    public static string? Of(string address)
    {
        var name = address.Trim('/');
        if (name != Root && !name.StartsWith(Root + "/", StringComparison.Ordinal))
            return null;
        return name.Split('/').All(IsSegment)
            ? name
            : throw new ArgumentException($"The path '{address}' is not one of Google's resource names. Write it like enterprises/PROJECT/devices or enterprises/PROJECT/devices/ID.", nameof(address));
    }
}
