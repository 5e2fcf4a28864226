namespace Nest.Sdk.Providers;

/// <summary>A wish as one backend carries it out.</summary>
/// <param name="Steps">The requests, in order. Empty when the home already is as wished.</param>
/// <param name="Checks">Every rule that was checked, the first failed one first in the service's order; empty when none were.</param>
internal sealed record WritePlan(IReadOnlyList<WriteStep> Steps, IReadOnlyList<NestRuleCheck> Checks);
