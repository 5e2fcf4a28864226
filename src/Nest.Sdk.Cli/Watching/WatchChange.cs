namespace Nest.Sdk.Cli.Watching;

/// <summary>One operation of an update.</summary>
/// <param name="Operation">As RFC 6902 calls it.</param>
/// <param name="Path">A JSON pointer.</param>
/// <param name="Old">The JSON before; empty when there was none.</param>
/// <param name="Value">The JSON now; empty when there is none.</param>
internal sealed record WatchChange(string Operation, string Path, ReadOnlyMemory<byte> Old, ReadOnlyMemory<byte> Value);
