namespace Nest.Sdk.Benchmarks.Goals;

/// <summary>A number can't be had on this machine; the text says why.</summary>
internal sealed class SkippedException(string reason) : Exception(reason);
