namespace Nest.Sdk.Secrets;

/// <summary>The position of a secret in a text.</summary>
/// <param name="Start">The index of its first character.</param>
/// <param name="Tail">
/// The index of the first secret character: after the prefix that identifies the kind of token, or the same as
/// <paramref name="Start"/>.
/// </param>
/// <param name="End">The index after its last character.</param>
internal readonly record struct FoundSecret(int Start, int Tail, int End)
{
    public FoundSecret(int start, int end)
        : this(start, start, end)
    {
    }
}
