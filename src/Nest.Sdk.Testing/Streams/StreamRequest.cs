using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Streams;

/// <summary>Who asked for a stream, and what goes wrong with it from its start.</summary>
internal sealed record StreamRequest(RecordedRequest Recorded, Grant Grant, OpeningScript? Opening);
