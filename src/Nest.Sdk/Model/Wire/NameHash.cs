using System.Buffers.Binary;

namespace Nest.Sdk.Model.Wire;

/// <summary>
/// A fast hash of short UTF-8 names, from both ends and the length, where field names and ids differ.
/// </summary>
internal static class NameHash
{
    public static uint Of(ReadOnlySpan<byte> name)
    {
        ulong mix = (uint)name.Length;
        if (name.Length >= 8)
        {
            mix ^= BinaryPrimitives.ReadUInt64LittleEndian(name);
            mix = (mix * 0x9E3779B97F4A7C15) ^ BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]);
        }
        else
        {
            foreach (var b in name)
                mix = (mix * 31) + b;
        }

        return (uint)((mix * 0x9E3779B97F4A7C15) >> 40);
    }
}
