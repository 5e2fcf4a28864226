namespace Nest.Sdk.Benchmarks.Measuring;

/// <summary>The result of alternating rounds of a baseline and a candidate.</summary>
/// <param name="Ratio">
/// The time of the candidate as a multiple of the baseline. Null when only memory is measured.
/// </param>
/// <param name="BaselineNanoseconds">The time of a baseline operation.</param>
/// <param name="CandidateNanoseconds">The time of a candidate operation.</param>
/// <param name="CandidateBytes">The bytes that a candidate operation allocates.</param>
/// <param name="Rounds">The number of pairs of rounds.</param>
internal sealed record Measurement(double? Ratio, double BaselineNanoseconds, double CandidateNanoseconds, double CandidateBytes, int Rounds)
{
    /// <summary>The memory that something retains, without a baseline.</summary>
    public static Measurement OfMemory(double bytes) => new(null, 0, 0, bytes, 1);
}
