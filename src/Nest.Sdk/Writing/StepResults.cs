using Nest.Sdk.Model;
using Nest.Sdk.Providers;

namespace Nest.Sdk.Writing;

/// <summary>The steps of a plan as callers see them.</summary>
internal static class StepResults
{
    /// <summary>All steps with one outcome.</summary>
    public static IReadOnlyList<NestWriteStep> All(WritePlan plan, NestWriteOutcome outcome) => [.. plan.Steps.Select(step => Of(step, outcome))];

    /// <summary>A plan that stopped: the steps before were accepted, those behind were not sent.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="at">The step it stopped at.</param>
    /// <param name="outcome">What became of that one.</param>
    public static IReadOnlyList<NestWriteStep> StoppedAt(WritePlan plan, int at, NestWriteOutcome outcome) =>
        [.. plan.Steps.Select((step, index) => Of(step, index < at ? NestWriteOutcome.Accepted : index == at ? outcome : NestWriteOutcome.NotSent))];

    /// <summary>The steps by what the stream showed of their fields.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="seen">The fields of all steps, in order.</param>
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
                // What sets no field cannot be seen: that it was accepted is all that is known.
                Outcome = fields.Count == 0 ? NestWriteOutcome.Accepted : Worst(fields.Select(static field => field.Outcome)),
                Fields = fields,
            });
        }

        return steps;
    }

    /// <summary>What becomes of the whole by what became of its parts.</summary>
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
