using System.Text;

namespace Nest.Sdk.Authorization;

/// <summary>What can be the name of an account.</summary>
internal static class AccountName
{
    /// <summary>In UTF-8: spelled as the name of a file it has up to three times as many characters, and file systems end at 255.</summary>
    private const int MostBytes = 64;

    /// <exception cref="ArgumentException">It cannot.</exception>
    public static string Check(string account)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        if (Encoding.UTF8.GetByteCount(account) > MostBytes || account.Any(char.IsControl) || HasHalfCharacter(account))
            throw new ArgumentException($"The account's name cannot be kept. Use at most {MostBytes} bytes of UTF-8 (it has {Encoding.UTF8.GetByteCount(account)}), without control characters and half characters.", nameof(account));
        return account;
    }

    private static bool HasHalfCharacter(string account)
    {
        foreach (var letter in account.EnumerateRunes())
        {
            // What cannot be decoded comes as this one.
            if (letter == Rune.ReplacementChar)
                return true;
        }

        return false;
    }
}
