namespace Nest.Sdk.Benchmarks.Homes;

/// <summary>The sizes that the goals speak of; what is in them is in <see cref="HomeShape"/>.</summary>
public enum HomeSize
{
    S,
    M,
    L,
    XL,
}
