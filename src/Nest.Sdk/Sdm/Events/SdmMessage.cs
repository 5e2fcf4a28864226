namespace Nest.Sdk.Sdm.Events;

/// <summary>
/// One message of Google's. Everything is optional but what it is about: a resource or a relation. Texts are as in the
/// JSON, without quotes; their memory is that of the message. See docs/protocol/smart-device-management.md#message.
/// </summary>
internal readonly record struct SdmMessage
{
    /// <summary>The unique id, the same in repeated publications. Empty when it is missing.</summary>
    public ReadOnlyMemory<byte> EventId { get; init; }

    /// <summary>The time by Google's clock. Null when it is missing.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The obfuscated id of the user. Empty when it is missing.</summary>
    public ReadOnlyMemory<byte> UserId { get; init; }

    /// <summary>The resource name of the device. Empty in a message about a relation.</summary>
    public ReadOnlyMemory<byte> Device { get; init; }

    /// <summary>The JSON object of the traits. Empty when there are none.</summary>
    public ReadOnlyMemory<byte> Traits { get; init; }

    /// <summary>The JSON object of the events. Empty when there are none.</summary>
    public ReadOnlyMemory<byte> Events { get; init; }

    /// <summary>The thread of the events. Empty when it is missing.</summary>
    public ReadOnlyMemory<byte> ThreadId { get; init; }

    /// <summary>The state of the thread. Single when it is missing or unknown.</summary>
    public NestEventPhase Phase { get; init; }

    /// <summary>Whether the message is about a relation.</summary>
    public bool IsRelation { get; init; }

    /// <summary>The resource whose relation changed. Empty when it is missing.</summary>
    public ReadOnlyMemory<byte> Object { get; init; }

    /// <summary>The resource that it is related to. Empty when it is missing, which is documented.</summary>
    public ReadOnlyMemory<byte> Subject { get; init; }
}
