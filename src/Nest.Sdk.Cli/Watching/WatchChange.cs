namespace Nest.Sdk.Cli.Watching;

/// <summary>One operation of an update.</summary>
/// <param name="Operation">The operation's name in RFC 6902.</param>
/// <param name="Path">A JSON pointer.</param>
/// <param name="Old">The JSON before. Empty when there was none.</param>
/// <param name="Value">The JSON now. Empty when the value was removed.</param>
internal sealed record WatchChange(string Operation, string Path, ReadOnlyMemory<byte> Old, ReadOnlyMemory<byte> Value);
