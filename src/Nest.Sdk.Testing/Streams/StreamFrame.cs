namespace Nest.Sdk.Testing.Streams;

/// <summary>The bytes and the name of an event.</summary>
internal readonly record struct StreamFrame(ReadOnlyMemory<byte> Bytes, string Event);
