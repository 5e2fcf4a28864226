using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Nest.Sdk.Authorization;

/// <summary>What the types of secrets have in common: what they take, and how they compare.</summary>
internal static class SecretValue
{
    /// <summary>Takes off the white space around a secret that somebody copied.</summary>
    /// <returns>False when nothing is left, or anything but visible ASCII: no header and no form of the protocol carries that, and the exceptions of .NET would quote it.</returns>
    public static bool TryTrim([NotNullWhen(true)] string? value, [NotNullWhen(true)] out string? secret)
    {
        var text = value?.Trim();
        secret = string.IsNullOrEmpty(text) || text.AsSpan().ContainsAnyExceptInRange('!', '~') ? null : text;
        return secret is not null;
    }

    /// <summary>Compares in a time that does not tell where two texts of the same length begin to differ.</summary>
    public static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
