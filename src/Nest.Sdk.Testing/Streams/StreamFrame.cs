namespace Nest.Sdk.Testing.Streams;

/// <summary>The bytes of an event, and its name.</summary>
internal readonly record struct StreamFrame(ReadOnlyMemory<byte> Bytes, string Event);
