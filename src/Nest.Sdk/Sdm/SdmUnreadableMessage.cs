namespace Nest.Sdk.Sdm;

/// <summary>A message that could not be read. Contains nothing of its payload.</summary>
public sealed record SdmUnreadableMessage
{
    /// <summary>The id of the message in Pub/Sub. Null when it has none.</summary>
    public string? MessageId { get; init; }

    /// <summary>The time of the publication, by Google's clock. Null when Google does not report it.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>What is wrong with it, such as <c>The data is not base64.</c> Default: empty.</summary>
    public string Flaw { get; init; } = "";
}
