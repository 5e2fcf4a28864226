using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Streams;

/// <summary>The request for a stream, its grant, and the faults at its start.</summary>
internal sealed record StreamRequest(RecordedRequest Recorded, Grant Grant, OpeningScript? Opening);
