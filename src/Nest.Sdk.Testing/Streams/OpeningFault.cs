using Nest.Sdk.Testing.Faults;

namespace Nest.Sdk.Testing.Streams;

/// <summary>What a stream has before its first put. The rule tells it from the same fault played on streams that are open.</summary>
internal sealed record OpeningFault(IReadOnlyList<FaultStep> Steps, FaultRule Rule);
