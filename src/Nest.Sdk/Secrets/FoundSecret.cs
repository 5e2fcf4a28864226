namespace Nest.Sdk.Secrets;

/// <summary>Where a secret stands in a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Tail">The first character that is secret: behind the prefix that says what kind of token it is, or the same as <paramref name="Start"/>.</param>
/// <param name="End">Behind its last character.</param>
internal readonly record struct FoundSecret(int Start, int Tail, int End)
{
    public FoundSecret(int start, int end)
        : this(start, start, end)
    {
    }
}
