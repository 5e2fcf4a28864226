namespace Nest.Sdk.Tests.Tools;

/// <summary>Writes for tests that are not about rules.</summary>
internal static class Writes
{
    /// <summary>Sends immediately, without reading the home first.</summary>
    public static readonly NestWriteOptions Unchecked = new() { SkipChecks = true };
}
