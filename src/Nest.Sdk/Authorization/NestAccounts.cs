namespace Nest.Sdk;

/// <summary>Names of accounts in an <see cref="INestTokenStore"/>.</summary>
public static class NestAccounts
{
    /// <summary>The account of who has one only, and of the client without a name.</summary>
    public const string Default = "default";
}
