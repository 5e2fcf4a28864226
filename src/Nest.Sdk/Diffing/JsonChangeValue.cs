using System.Buffers.Text;
using System.Text.Json;
using Nest.Sdk.Diffing.Patching;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing;

/// <summary>A value inside its document. Valid until the next call of the engine.</summary>
public readonly ref struct JsonChangeValue
{
    internal JsonChangeValue(ReadOnlySpan<byte> utf8) => Utf8 = utf8;

    /// <summary>The JSON text as spelled in the document. Empty when there is no value.</summary>
    public ReadOnlySpan<byte> Utf8 { get; }

    /// <summary>Whether there is a value. JSON null is a value.</summary>
    public bool IsPresent => !Utf8.IsEmpty;

    /// <summary>The kind of the value. <see cref="JsonValueKind.Undefined"/> when there is no value.</summary>
    public JsonValueKind Kind => Utf8.IsEmpty ? JsonValueKind.Undefined : JsonText.KindOf(Utf8);

    /// <summary>Gets the decoded text. An unpaired surrogate, which JSON allows, is preserved.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string.</exception>
    public string GetString() => Kind == JsonValueKind.String ? EscapedText.ToText(Utf8[1..^1]) : throw Other("a string");

    /// <summary>Gets the boolean.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a boolean.</exception>
    public bool GetBoolean() => Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Other("a boolean"),
    };

    /// <summary>Reads a whole number that is written without fraction and exponent.</summary>
    /// <param name="value">The number. 0 when the method returns false.</param>
    /// <returns>False when the value is not such a number, or is out of range.</returns>
    public bool TryGetInt64(out long value)
    {
        if (Kind == JsonValueKind.Number && Utf8Parser.TryParse(Utf8, out value, out var read) && read == Utf8.Length)
            return true;
        value = 0;
        return false;
    }

    /// <summary>Reads a decimal number, rounded to 28 digits.</summary>
    /// <param name="value">The number. 0 when the method returns false.</param>
    /// <returns>False when the value is not a number, or is out of range.</returns>
    public bool TryGetDecimal(out decimal value)
    {
        var format = Utf8.ContainsAny((byte)'e', (byte)'E') ? 'e' : default;
        if (Kind == JsonValueKind.Number && Utf8Parser.TryParse(Utf8, out value, out var read, format) && read == Utf8.Length)
            return true;
        value = 0;
        return false;
    }

    /// <summary>Reads a double-precision number, rounded to 53 bits.</summary>
    /// <param name="value">The number, infinite when out of range. 0 when the method returns false.</param>
    /// <returns>False when the value is not a number.</returns>
    public bool TryGetDouble(out double value)
    {
        if (Kind == JsonValueKind.Number && Utf8Parser.TryParse(Utf8, out value, out var read) && read == Utf8.Length)
            return true;
        value = 0;
        return false;
    }

    /// <summary>Copies the value.</summary>
    /// <returns>An independent copy.</returns>
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public JsonElement ToElement() => IsPresent ? JsonPatchReader.ToElement(Utf8) : throw Other("a value");

    private InvalidOperationException Other(string wanted) => new($"The value is not {wanted}: its kind is {Kind}.");
}
