using Nest.Sdk.Diffing;
using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>One change of the home: the models before and after, and what exactly is different.</summary>
public sealed class DataModelChange
{
    /// <summary>The home before; null for the first value of a subscription, which brings the present.</summary>
    public DataModel? Previous { get; init; }

    /// <summary>The home now.</summary>
    public required DataModel Current { get; init; }

    /// <summary>What is different, in an order in which it can be applied (RFC 6902): that of the document, but inside a list with additions or removals from its end to its start. Empty for the first value of a subscription. More than 10,000 changes come as one, of the whole document. The token in the document is left out.</summary>
    public IReadOnlyList<JsonPatchOperation> Changes { get; init; } = [];

    /// <summary>True when this happened, at least in part, while the connection was lost: all that was missed comes as this one change.</summary>
    public bool IsCaughtUp { get; init; }

    /// <summary>When the last byte before the gap came, by the client's clock; null unless <see cref="IsCaughtUp"/>.</summary>
    public DateTimeOffset? GapStart { get; init; }

    /// <summary>When the document after the gap came, by the client's clock; null unless <see cref="IsCaughtUp"/>.</summary>
    public DateTimeOffset? GapEnd { get; init; }

    /// <summary>When the document came, by the client's clock.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The whole document as Nest sent it, UTF-8, secrets included; a copy of its own. Null unless <see cref="NestClientOptions.IncludeDocument"/> is set.</summary>
    public ReadOnlyMemory<byte>? Document { get; init; }
}
