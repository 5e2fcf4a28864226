namespace Nest.Sdk.Tests.Tools;

/// <summary>
/// The real-time timeout of a test that waits for a signal. Only failures reach it: on a busy machine, a thread can wait
/// long for its turn.
/// </summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
}
