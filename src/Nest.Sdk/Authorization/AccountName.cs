namespace Nest.Sdk.Authorization;

/// <summary>What can be the name of an account.</summary>
internal static class AccountName
{
    private const int Longest = 64;

    /// <exception cref="ArgumentException">It cannot.</exception>
    public static string Check(string account)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        if (account.Length > Longest || account.Any(char.IsControl) || !account.IsNormalized())
            throw new ArgumentException($"The account's name has {account.Length} characters. Use at most {Longest}, no control characters, and no half characters.", nameof(account));
        return account;
    }
}
