using System.Text.Json;
using Nest.Sdk.Benchmarks.Measuring;

namespace Nest.Sdk.Benchmarks.Goals;

/// <summary>Writes the results as JSON for comparison over time.</summary>
internal sealed record GoalReport(DateTimeOffset At, Machine Machine, IReadOnlyList<GoalReport.Row> Rows)
{
    public static GoalReport Of(IEnumerable<GoalResult> results) => new(DateTimeOffset.UtcNow, Machine.This, [.. results.Select(Row.Of)]);

    public void Save(string file) => File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(this, GoalReportContext.Default.GoalReport));

    internal sealed record Row(string Id, string Subject, string Verdict, double? Ratio, double? Goal, double? Bytes, double? BytesGoal, double? BaselineNanoseconds, double? CandidateNanoseconds, int? Rounds)
    {
        public static Row Of(GoalResult result) => new(
            result.Goal.Id,
            result.Goal.Subject,
            result.Verdict,
            Rounded(result.Measurement?.Ratio),
            result.Goal.Limit,
            Rounded(result.Measurement?.CandidateBytes),
            result.Goal.Bytes,
            Rounded(result.Measurement?.BaselineNanoseconds),
            Rounded(result.Measurement?.CandidateNanoseconds),
            result.Measurement?.Rounds);

        private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 4) : null;
    }
}
