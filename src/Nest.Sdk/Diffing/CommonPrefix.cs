using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Nest.Sdk.Diffing;

/// <summary>
/// Finds the length of the common prefix of two texts. It runs over every byte, so it reads four vectors at a time.
/// </summary>
/// <remarks>
/// <c>CommonPrefixLength</c> of .NET reads one 128-bit vector at a time. This method costs about as much as
/// <c>SequenceEqual</c> (goal P1 of docs/diff.md).
/// </remarks>
internal static class CommonPrefix
{
    public static int Length(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        ref var one = ref MemoryMarshal.GetReference(left);
        ref var other = ref MemoryMarshal.GetReference(right);
        var length = (nuint)Math.Min(left.Length, right.Length);
        if (Vector512.IsHardwareAccelerated)
            return (int)Length512(ref one, ref other, length);
        if (Vector256.IsHardwareAccelerated)
            return (int)Length256(ref one, ref other, length);
        return (int)(Vector128.IsHardwareAccelerated ? Length128(ref one, ref other, length) : LengthScalar(ref one, ref other, 0, length));
    }

    internal static nuint Length512(ref byte one, ref byte other, nuint length)
    {
        nuint at = 0;
        // When much has changed, the next difference is near.
        if (length >= 64 && ~Vector512.Equals(Vector512.LoadUnsafe(ref one), Vector512.LoadUnsafe(ref other)).ExtractMostSignificantBits() is var near and not 0)
            return (nuint)BitOperations.TrailingZeroCount(near);
        for (; at + 256 <= length; at += 256)
        {
            var difference = Xor512(ref one, ref other, at) | Xor512(ref one, ref other, at + 64) | Xor512(ref one, ref other, at + 128) | Xor512(ref one, ref other, at + 192);
            if (difference != Vector512<byte>.Zero)
                break;
        }

        for (; at + 64 <= length; at += 64)
        {
            var different = ~Vector512.Equals(Vector512.LoadUnsafe(ref one, at), Vector512.LoadUnsafe(ref other, at)).ExtractMostSignificantBits();
            if (different != 0)
                return at + (nuint)BitOperations.TrailingZeroCount(different);
        }

        return Length128(ref one, ref other, at, length);
    }

    internal static nuint Length256(ref byte one, ref byte other, nuint length)
    {
        nuint at = 0;
        for (; at + 128 <= length; at += 128)
        {
            var difference = Xor256(ref one, ref other, at) | Xor256(ref one, ref other, at + 32) | Xor256(ref one, ref other, at + 64) | Xor256(ref one, ref other, at + 96);
            if (difference != Vector256<byte>.Zero)
                break;
        }

        for (; at + 32 <= length; at += 32)
        {
            var different = ~Vector256.Equals(Vector256.LoadUnsafe(ref one, at), Vector256.LoadUnsafe(ref other, at)).ExtractMostSignificantBits();
            if (different != 0)
                return at + (nuint)BitOperations.TrailingZeroCount(different);
        }

        return Length128(ref one, ref other, at, length);
    }

    internal static nuint Length128(ref byte one, ref byte other, nuint length)
    {
        nuint at = 0;
        for (; at + 64 <= length; at += 64)
        {
            var difference = Xor128(ref one, ref other, at) | Xor128(ref one, ref other, at + 16) | Xor128(ref one, ref other, at + 32) | Xor128(ref one, ref other, at + 48);
            if (difference != Vector128<byte>.Zero)
                break;
        }

        return Length128(ref one, ref other, at, length);
    }

    internal static nuint LengthScalar(ref byte one, ref byte other, nuint at, nuint length)
    {
        for (; at + 8 <= length; at += 8)
        {
            var difference = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref one, at)) ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref other, at));
            if (difference != 0)
                return at + (nuint)((BitConverter.IsLittleEndian ? BitOperations.TrailingZeroCount(difference) : BitOperations.LeadingZeroCount(difference)) / 8);
        }

        while (at < length && Unsafe.Add(ref one, at) == Unsafe.Add(ref other, at))
            at++;
        return at;
    }

    private static nuint Length128(ref byte one, ref byte other, nuint at, nuint length)
    {
        for (; at + 16 <= length; at += 16)
        {
            var different = ~Vector128.Equals(Vector128.LoadUnsafe(ref one, at), Vector128.LoadUnsafe(ref other, at)).ExtractMostSignificantBits() & 0xFFFF;
            if (different != 0)
                return at + (nuint)BitOperations.TrailingZeroCount(different);
        }

        return LengthScalar(ref one, ref other, at, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Xor512(ref byte one, ref byte other, nuint at) => Vector512.LoadUnsafe(ref one, at) ^ Vector512.LoadUnsafe(ref other, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Xor256(ref byte one, ref byte other, nuint at) => Vector256.LoadUnsafe(ref one, at) ^ Vector256.LoadUnsafe(ref other, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Xor128(ref byte one, ref byte other, nuint at) => Vector128.LoadUnsafe(ref one, at) ^ Vector128.LoadUnsafe(ref other, at);
}
