namespace Nest.Sdk.Benchmarks.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What stands beside its end.</param>
/// <param name="Hue">Which of the colours, 0 to 3: the same thing has the same one in every chart.</param>
/// <param name="Points">The values.</param>
internal sealed record Series(string Name, int Hue, IReadOnlyList<(double X, double Y)> Points);
