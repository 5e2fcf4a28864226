namespace Nest.Sdk.Tests.Tools;

/// <summary>Writes for tests that are about what comes after the rules.</summary>
internal static class Writes
{
    /// <summary>Sends at once: no read of the home comes before the write.</summary>
    public static readonly NestWriteOptions Unchecked = new() { SkipChecks = true };
}
