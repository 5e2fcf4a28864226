using System.Text;

namespace Nest.Sdk.Authorization;

/// <summary>Validates account names.</summary>
internal static class AccountName
{
    /// <summary>
    /// In bytes of UTF-8. Escaped as a file name, a name has up to three times as many characters, and file systems
    /// allow 255.
    /// </summary>
    private const int MostBytes = 64;

    /// <exception cref="ArgumentException">
    /// The name is blank, too long, or contains control characters or unpaired surrogates.
    /// </exception>
    public static string Check(string account)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        if (Encoding.UTF8.GetByteCount(account) > MostBytes || account.Any(char.IsControl) || HasHalfCharacter(account))
            throw new ArgumentException($"The account name is invalid. Use at most {MostBytes} bytes of UTF-8 (it has {Encoding.UTF8.GetByteCount(account)}), without control characters and unpaired surrogates.", nameof(account));
        return account;
    }

    private static bool HasHalfCharacter(string account)
    {
        foreach (var letter in account.EnumerateRunes())
        {
            // An unpaired surrogate is enumerated as the replacement character.
            if (letter == Rune.ReplacementChar)
                return true;
        }

        return false;
    }
}
