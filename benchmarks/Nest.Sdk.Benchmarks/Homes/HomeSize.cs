namespace Nest.Sdk.Benchmarks.Homes;

/// <summary>The sizes in the goals. <see cref="HomeShape"/> lists their contents.</summary>
public enum HomeSize
{
    S,
    M,
    L,
    XL,
}
