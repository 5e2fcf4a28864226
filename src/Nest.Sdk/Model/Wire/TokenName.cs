using System.Text;

namespace Nest.Sdk.Model.Wire;

/// <summary>
/// The name of the members with the token of the connection, at any level and in any case. See
/// docs/protocol/works-with-nest.md#root-and-metadata.
/// </summary>
internal static class TokenName
{
    private const string Name = "access_token";

    public static bool Is(string name) => name.Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <param name="utf8Name">A name without escapes.</param>
    public static bool Is(ReadOnlySpan<byte> utf8Name) => utf8Name.Length == Name.Length && Ascii.EqualsIgnoreCase(utf8Name, Name);
}
