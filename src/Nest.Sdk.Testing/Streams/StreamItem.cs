namespace Nest.Sdk.Testing.Streams;

/// <summary>
/// One thing in the queue of a stream: bytes with the name of their event, or something that goes wrong when its turn
/// has come.
/// </summary>
internal readonly record struct StreamItem(ReadOnlyMemory<byte> Bytes, string Event, IStreamStep? Step = null, Task? Lifted = null, Task? Delay = null);
