namespace Nest.Sdk.Benchmarks.Measuring;

/// <summary>What rounds of a baseline and a candidate in turn gave.</summary>
/// <param name="Ratio">The candidate's time as a multiple of the baseline's; null where it's about memory alone.</param>
/// <param name="BaselineNanoseconds">The baseline's time an operation.</param>
/// <param name="CandidateNanoseconds">The candidate's time an operation.</param>
/// <param name="CandidateBytes">What the candidate allocates an operation.</param>
/// <param name="Rounds">How many pairs of rounds.</param>
internal sealed record Measurement(double? Ratio, double BaselineNanoseconds, double CandidateNanoseconds, double CandidateBytes, int Rounds)
{
    /// <summary>What something keeps in memory, against nothing.</summary>
    public static Measurement OfMemory(double bytes) => new(null, 0, 0, bytes, 1);
}
