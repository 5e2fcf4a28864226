using System.Globalization;
using Nest.Sdk.Benchmarks.Measuring;

namespace Nest.Sdk.Benchmarks.Goals;

/// <summary>A goal with its measurement, or the reason why it is missing.</summary>
internal sealed record GoalResult(Goal Goal, Measurement? Measurement, string? Skipped)
{
    /// <summary>A number that is not available does not count as missed.</summary>
    public bool IsMet => Measurement is null || Goal.IsMet(Measurement);

    public string Verdict => Measurement is null ? $"skipped ({Skipped})" : Goal is { Limit: null, Bytes: null } ? "told" : IsMet ? "ok" : "missed";

    public static GoalResult Of(Goal goal)
    {
        try
        {
            return new(goal, goal.Measure(), null);
        }
        catch (SkippedException reason)
        {
            return new(goal, null, reason.Message);
        }
    }

    /// <summary>Such as <c>P2 L leaf 1.17 (goal 1.30) 0 B ok</c>.</summary>
    public override string ToString()
    {
        if (Measurement is null)
            return $"{Goal.Id} {Goal.Subject} {Verdict}";
        var goal = Goal.Limit is { } limit ? $"(goal {(Goal.IsLeast ? "≥ " : "")}{Number(limit)}) " : "";
        var ratio = Measurement.Ratio is { } number ? $"{Number(Unflattered(number))} " : "";
        var bytes = Goal.Bytes is not null || Measurement.Ratio is null ? $"{Bytes(Measurement.CandidateBytes)} B {(Goal.Bytes is > 0 and var most ? $"(goal {Bytes(most)} B) " : "")}" : "";
        return $"{Goal.Id} {Goal.Subject} {ratio}{goal}{bytes}{Verdict}";
    }

    /// <summary>Never rounded toward the goal: a missed goal must show as missed.</summary>
    private double Unflattered(double ratio)
    {
        var digits = ratio < 0.1 ? 1000 : ratio < 20 ? 100 : 1;
        return (Goal.IsLeast ? Math.Floor(ratio * digits) : Math.Ceiling(ratio * digits)) / digits;
    }

    private static string Number(double value) => value.ToString(value < 0.1 ? "0.000" : value < 20 ? "0.00" : "0", CultureInfo.InvariantCulture);

    private static string Bytes(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
