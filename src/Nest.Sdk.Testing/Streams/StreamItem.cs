namespace Nest.Sdk.Testing.Streams;

/// <summary>An item in the queue of a stream: the bytes and the name of an event, or a fault to play.</summary>
internal readonly record struct StreamItem(ReadOnlyMemory<byte> Bytes, string Event, IStreamStep? Step = null, Task? Lifted = null, Task? Delay = null);
