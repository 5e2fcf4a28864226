namespace Nest.Sdk.Benchmarks.Goals;

/// <summary>A number is not available on this machine. The message says why.</summary>
internal sealed class SkippedException(string reason) : Exception(reason);
