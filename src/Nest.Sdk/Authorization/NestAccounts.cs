namespace Nest.Sdk;

/// <summary>Defines names of accounts in an <see cref="INestTokenStore"/>.</summary>
public static class NestAccounts
{
    /// <summary>The account of programs with a single account, and of the unnamed client.</summary>
    public const string Default = "default";
}
