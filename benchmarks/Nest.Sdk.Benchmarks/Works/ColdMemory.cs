namespace Nest.Sdk.Benchmarks.Works;

/// <summary>Two equal documents per home, compared to their ends.</summary>
internal sealed class ColdMemory(byte[] document) : Circle<ColdMemory.Home>(() => new Home([.. document], [.. document]))
{
    protected override void Visit(Home home)
    {
        if (!home.Left.AsSpan().SequenceEqual(home.Right))
            throw new InvalidOperationException("A copy differs.");
    }

    internal sealed record Home(byte[] Left, byte[] Right);
}
