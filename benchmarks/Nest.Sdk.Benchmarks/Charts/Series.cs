namespace Nest.Sdk.Benchmarks.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Name">The label beside its end.</param>
/// <param name="Hue">The number of its color, 0 to 3. The same subject has the same color in every chart.</param>
/// <param name="Points">The values.</param>
internal sealed record Series(string Name, int Hue, IReadOnlyList<(double X, double Y)> Points);
