namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>A published message. Every subscription of its topic has it once.</summary>
/// <param name="Number">Its place in the order of publication, across all topics.</param>
/// <param name="Data">The data in base64. A poisoned message has other text.</param>
/// <param name="PublishTime">When it was published.</param>
internal sealed record PubSubMessage(long Number, string Data, DateTimeOffset PublishTime)
{
    private const long FirstId = 9_000_000_000_000_000;

    /// <summary>The id of the message, which its publisher does not choose.</summary>
    public string Id { get; } = $"{FirstId + Number}";
}
