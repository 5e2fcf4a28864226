using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>What came of a document at the <see cref="ConnectionGate"/>.</summary>
/// <param name="IsAccepted">False when a newer connection brings the home by now: the document was dropped.</param>
/// <param name="IsNew">Whether it said anything new.</param>
/// <param name="Arrival">What it says about its connection.</param>
/// <param name="Result">The whole reading; null when none was needed.</param>
internal readonly record struct TakenHome(bool IsAccepted, bool IsNew, LinkArrival Arrival, DataModelReadResult? Result);
