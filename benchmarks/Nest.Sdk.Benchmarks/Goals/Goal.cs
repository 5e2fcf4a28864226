using Nest.Sdk.Benchmarks.Measuring;

namespace Nest.Sdk.Benchmarks.Goals;

/// <summary>One number that is to hold.</summary>
/// <param name="Id">Its row in the table of goals: <c>P2</c>.</param>
/// <param name="Subject">What is measured: <c>L leaf</c>.</param>
/// <param name="Limit">The ratio that is allowed, or that is to be reached; null when the number is only told.</param>
/// <param name="IsLeast">Whether <paramref name="Limit"/> is to be reached and not allowed: so many times faster than a peer.</param>
/// <param name="Bytes">What an operation may allocate; null when it is not counted.</param>
/// <param name="Measure">Measures it.</param>
internal sealed record Goal(string Id, string Subject, double? Limit, bool IsLeast, double? Bytes, Func<Measurement> Measure)
{
    public bool IsMet(Measurement measurement) =>
        (Limit is not { } limit || (IsLeast ? measurement.Ratio >= limit : measurement.Ratio <= limit)) && (Bytes is not { } bytes || measurement.CandidateBytes <= bytes);
}
