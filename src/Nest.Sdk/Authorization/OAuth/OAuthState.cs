using System.Buffers.Text;
using System.Security.Cryptography;

namespace Nest.Sdk.Authorization.OAuth;

/// <summary>Creates unguessable values for an authorization, and compares them.</summary>
internal static class OAuthState
{
    private const int Bytes = 32;

    /// <returns>256 random bits as 43 characters that need no escaping in a URI.</returns>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Compares two values in constant time.</summary>
    public static bool AreEqual(string expected, string? actual)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expected);
        return actual is not null && SecretValue.AreEqual(expected, actual);
    }
}
