namespace Nest.Sdk.Sdm.PubSub;

/// <summary>A part of a response.</summary>
internal readonly record struct TextRange(int Start, int Length)
{
    public ReadOnlyMemory<byte> In(ReadOnlyMemory<byte> response) => response.Slice(Start, Length);
}
