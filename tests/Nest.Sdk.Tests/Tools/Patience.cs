namespace Nest.Sdk.Tests.Tools;

/// <summary>The real-time timeout of a test that waits for a signal.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
}
