using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>The result of passing a document to the <see cref="ConnectionGate"/>.</summary>
/// <param name="IsAccepted">False when a newer connection provides the home: the document was dropped.</param>
/// <param name="IsNew">Whether the document changed the model.</param>
/// <param name="Arrival">What the document shows about its connection.</param>
/// <param name="Result">The result of reading the whole document. Null when that was not needed.</param>
internal readonly record struct DocumentOutcome(bool IsAccepted, bool IsNew, LinkArrival Arrival, DataModelReadResult? Result)
{
    /// <summary>Whether the service is degraded now. Null when that has not changed.</summary>
    public bool? Degraded { get; init; }
}
