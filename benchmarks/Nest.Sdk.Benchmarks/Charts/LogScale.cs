namespace Nest.Sdk.Benchmarks.Charts;

/// <summary>Maps values to pixels. Each factor takes the same distance.</summary>
internal sealed record LogScale(double Least, double Most, double From, double To)
{
    /// <summary>
    /// A scale from slightly below all values to the largest value, or to a nearby power of <paramref name="step"/>.
    /// </summary>
    public static LogScale Around(IEnumerable<double> values, double step, double from, double to)
    {
        var all = values.ToList();
        var (least, most) = (Math.Pow(step, Math.Floor(Math.Log(all.Min(), step))), Math.Pow(step, Math.Ceiling(Math.Log(all.Max(), step))));
        return new(Math.Max(least, all.Min() / 1.5), Math.Min(most, all.Max() * 1.1), from, to);
    }

    public double At(double value) => From + ((To - From) * Math.Log(value / Least) / Math.Log(Most / Least));

    public IEnumerable<double> Ticks(double step)
    {
        for (var tick = Math.Pow(step, Math.Ceiling(Math.Log(Least, step) - 0.001)); tick <= Most * 1.0001; tick *= step)
            yield return tick;
    }
}
