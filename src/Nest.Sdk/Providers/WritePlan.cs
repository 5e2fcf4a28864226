namespace Nest.Sdk.Providers;

/// <summary>The requests of one backend for an intent.</summary>
/// <param name="Steps">The requests, in order. Empty when the home already has the wanted values.</param>
/// <param name="Checks">
/// The checked rules, in the service's order, with the first failed one first. Empty when no rules were checked.
/// </param>
internal sealed record WritePlan(IReadOnlyList<WriteStep> Steps, IReadOnlyList<NestRuleCheck> Checks);
