using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Writing;

/// <summary>Creates the steps of a plan for callers.</summary>
internal static class StepResults
{
    /// <summary>Creates all steps with one outcome.</summary>
    public static IReadOnlyList<NestWriteStep> All(WritePlan plan, NestWriteOutcome outcome) => [.. plan.Steps.Select(step => Of(step, outcome))];

    /// <summary>
    /// Creates the steps of a plan that stopped: earlier steps were accepted, later ones were not sent.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="at">The index of the step at which it stopped.</param>
    /// <param name="outcome">The outcome of that step.</param>
    public static IReadOnlyList<NestWriteStep> StoppedAt(WritePlan plan, int at, NestWriteOutcome outcome) =>
        [.. plan.Steps.Select((step, index) => Of(step, index < at ? NestWriteOutcome.Accepted : index == at ? outcome : NestWriteOutcome.NotSent))];

    /// <summary>Creates the steps with the outcomes of their fields on the stream.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="seen">The outcomes of the fields of all steps, in order.</param>
    public static IReadOnlyList<NestWriteStep> Seen(WritePlan plan, IReadOnlyList<NestFieldResult> seen)
    {
        var steps = new List<NestWriteStep>(plan.Steps.Count);
        var from = 0;
        foreach (var step in plan.Steps)
        {
            IReadOnlyList<NestFieldResult> fields = [.. seen.Skip(from).Take(step.Fields.Count)];
            from += step.Fields.Count;
            steps.Add(new NestWriteStep
            {
                Request = Request(step),
                // A step without fields cannot be seen on the stream. It is only known that it was accepted.
                Outcome = fields.Count == 0 ? NestWriteOutcome.Accepted : Worst(fields.Select(static field => field.Outcome)),
                Fields = fields,
            });
        }

        return steps;
    }

    /// <summary>Gets the outcome of a whole from the outcomes of its parts.</summary>
    public static NestWriteOutcome Worst(IEnumerable<NestWriteOutcome> outcomes)
    {
        var all = outcomes.ToHashSet();
        return ((NestWriteOutcome[])[NestWriteOutcome.Reversed, NestWriteOutcome.NotSeen, NestWriteOutcome.Adjusted]).FirstOrDefault(all.Contains, NestWriteOutcome.Confirmed);
    }

    private static NestWriteStep Of(WriteStep step, NestWriteOutcome outcome) => new()
    {
        Request = Request(step),
        Outcome = outcome,
        Fields = [.. step.Fields.Select(field => new NestFieldResult { Name = field.Name, Sent = field.Value, Outcome = outcome })],
    };

    private static NestWriteRequest Request(WriteStep step) =>
        new() { Method = step.Method, Path = step.Path, Body = RawJson.TryParse(step.Body, out var body) ? body : default };
}
