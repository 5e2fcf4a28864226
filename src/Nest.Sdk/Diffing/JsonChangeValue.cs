using System.Buffers.Text;
using System.Text.Json;
using Nest.Sdk.Diffing.Patching;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing;

/// <summary>A value where it stands in its document. Borrowed: valid until the engine's next call.</summary>
public readonly ref struct JsonChangeValue
{
    internal JsonChangeValue(ReadOnlySpan<byte> utf8) => Utf8 = utf8;

    /// <summary>The JSON text as it is spelt; empty when there is no value.</summary>
    public ReadOnlySpan<byte> Utf8 { get; }

    /// <summary>Whether there is a value; JSON's null is one.</summary>
    public bool IsPresent => !Utf8.IsEmpty;

    /// <summary>What it is; <see cref="JsonValueKind.Undefined"/> when there is no value.</summary>
    public JsonValueKind Kind => Utf8.IsEmpty ? JsonValueKind.Undefined : JsonText.KindOf(Utf8);

    /// <summary>The text without escapes. Half a surrogate pair, which JSON allows, is kept.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="InvalidOperationException">It is no string.</exception>
    public string GetString() => Kind == JsonValueKind.String ? EscapedText.ToText(Utf8[1..^1]) : throw Other("a string");

    /// <summary>True or false.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">It is neither.</exception>
    public bool GetBoolean() => Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Other("a boolean"),
    };

    /// <summary>Reads a whole number, spelt without fraction and exponent.</summary>
    /// <param name="value">The number; 0 when this returns false.</param>
    /// <returns>False when it is no such number, or too large.</returns>
    public bool TryGetInt64(out long value)
    {
        if (Kind == JsonValueKind.Number && Utf8Parser.TryParse(Utf8, out value, out var read) && read == Utf8.Length)
            return true;
        value = 0;
        return false;
    }

    /// <summary>Reads a decimal number, rounded to 28 digits.</summary>
    /// <param name="value">The number; 0 when this returns false.</param>
    /// <returns>False when it is no number, or too large.</returns>
    public bool TryGetDecimal(out decimal value)
    {
        var format = Utf8.ContainsAny((byte)'e', (byte)'E') ? 'e' : default;
        if (Kind == JsonValueKind.Number && Utf8Parser.TryParse(Utf8, out value, out var read, format) && read == Utf8.Length)
            return true;
        value = 0;
        return false;
    }

    /// <summary>Reads a binary floating point number, rounded to 53 bits.</summary>
    /// <param name="value">The number, infinite when it is too large; 0 when this returns false.</param>
    /// <returns>False when it is no number.</returns>
    public bool TryGetDouble(out double value)
    {
        if (Kind == JsonValueKind.Number && Utf8Parser.TryParse(Utf8, out value, out var read) && read == Utf8.Length)
            return true;
        value = 0;
        return false;
    }

    /// <summary>Copies the value.</summary>
    /// <returns>An element that stays valid.</returns>
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public JsonElement ToElement() => IsPresent ? JsonPatchReader.ToElement(Utf8) : throw Other("a value");

    private InvalidOperationException Other(string wanted) => new($"The value is not {wanted}: its kind is {Kind}.");
}
