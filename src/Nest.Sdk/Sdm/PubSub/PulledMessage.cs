namespace Nest.Sdk.Sdm.PubSub;

/// <summary>A message as it was pulled. Its memory is that of the response.</summary>
/// <param name="response">The response.</param>
/// <param name="ackId">Where the id of this delivery is.</param>
/// <param name="messageId">Where the id of the message is. Empty when it has none.</param>
/// <param name="data">Where the decoded data is. Empty when the message has none or it cannot be decoded.</param>
/// <param name="publishedAt">The time of the publication. The default value when it is missing.</param>
/// <param name="flaw">What is wrong with the data, as a sentence. Null when it was decoded.</param>
internal sealed class PulledMessage(ReadOnlyMemory<byte> response, TextRange ackId, TextRange messageId, TextRange data, DateTime publishedAt, string? flaw)
{
    /// <summary>The id of this delivery, as in the response: the text of a JSON string without its quotes.</summary>
    public ReadOnlyMemory<byte> AckId => ackId.In(response);

    /// <summary>The id of the message. Empty when it has none.</summary>
    public ReadOnlyMemory<byte> MessageId => messageId.In(response);

    /// <summary>The time of the publication. Null when it is missing.</summary>
    public DateTimeOffset? PublishedAt => publishedAt == default ? null : new DateTimeOffset(publishedAt);

    /// <summary>The decoded data. Empty when the message has none or it cannot be decoded.</summary>
    public ReadOnlyMemory<byte> Data => data.In(response);

    /// <summary>What is wrong with the data, as a sentence. Null when it was decoded.</summary>
    public string? Flaw => flaw;
}
