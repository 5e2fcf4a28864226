using Nest.Sdk.Benchmarks.Measuring;

namespace Nest.Sdk.Benchmarks.Goals;

/// <summary>A number to reach.</summary>
/// <param name="Id">Its row in the table of goals: <c>P2</c>.</param>
/// <param name="Subject">What is measured: <c>L leaf</c>.</param>
/// <param name="Limit">The ratio that is allowed or must be reached. Null when the number is only reported.</param>
/// <param name="IsLeast">
/// Whether <paramref name="Limit"/> is a minimum, as for "so many times faster than a peer".
/// </param>
/// <param name="Bytes">The bytes that an operation may allocate. Null when they are not counted.</param>
/// <param name="Measure">Measures it.</param>
internal sealed record Goal(string Id, string Subject, double? Limit, bool IsLeast, double? Bytes, Func<Measurement> Measure)
{
    public bool IsMet(Measurement measurement) =>
        (Limit is not { } limit || (IsLeast ? measurement.Ratio >= limit : measurement.Ratio <= limit)) && (Bytes is not { } bytes || measurement.CandidateBytes <= bytes);
}
