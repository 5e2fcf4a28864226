namespace Nest.Sdk.Tests.Tools;

/// <summary>How long a test waits for a signal before it fails, in real time.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
}
