namespace Nest.Sdk.Sdm.PubSub;

/// <summary>A message as it was pulled. Its memory is that of the response.</summary>
/// <param name="AckId">The id of this delivery, as in the response: the text of a JSON string without its quotes.</param>
/// <param name="MessageId">The id of the message. Empty when it has none.</param>
/// <param name="PublishedAt">The time of the publication. Null when it is missing.</param>
/// <param name="Data">The decoded data. Empty when the message has none or it cannot be decoded.</param>
/// <param name="Flaw">What is wrong with the data, as a sentence. Null when it was decoded.</param>
internal sealed record PulledMessage(ReadOnlyMemory<byte> AckId, ReadOnlyMemory<byte> MessageId, DateTimeOffset? PublishedAt, ReadOnlyMemory<byte> Data, string? Flaw);
