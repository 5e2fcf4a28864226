using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nest.Sdk.Json;
using Nest.Sdk.Model.Json;
using Nest.Sdk.Secrets;

namespace Nest.Sdk.Model;

/// <summary>
/// A JSON value without a type in this library, stored as compact text: an unknown member, or a member of an unexpected
/// kind.
/// </summary>
/// <remarks>
/// Equality is by meaning: white space, the order of members, the spelling of numbers (<c>20</c>, <c>2e1</c>) and
/// escapes in strings do not matter.
/// An unpaired surrogate keeps its escape; <see cref="JsonElement.GetString"/> throws on such a text. The default value
/// is JSON <c>null</c>.
/// Access tokens inside are masked in text and in JSON. <see cref="ToElement"/> and <see cref="WriteTo"/> return the
/// value unmasked.
/// </remarks>
[JsonConverter(typeof(RawJsonConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct RawJson : IEquatable<RawJson>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[]? _utf8;

    private RawJson(byte[] utf8) => _utf8 = utf8;

    /// <summary>The kind of the value.</summary>
    public JsonValueKind Kind => JsonText.KindOf(Utf8);

    private ReadOnlySpan<byte> Utf8 => _utf8 ?? "null"u8;

    /// <summary>Parses a JSON value.</summary>
    /// <param name="json">One JSON value, nested at most 64 levels deep.</param>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">The text is not one JSON value, or contains an unpaired surrogate.</exception>
    public static RawJson Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var utf8 = new byte[Encoding.UTF8.GetByteCount(json)];
        var isWhole = System.Text.Unicode.Utf8.FromUtf16(json, utf8, out _, out _, replaceInvalidSequences: false) == OperationStatus.Done;
        return TryParse(isWhole ? utf8 : [], out var value)
            ? value
            : throw new FormatException("The text is not one JSON value, or contains an unpaired surrogate.");
    }

    /// <summary>Tries to parse a JSON value.</summary>
    /// <param name="utf8">One JSON value, nested at most 64 levels deep. It is copied.</param>
    /// <param name="value">The value, or JSON null.</param>
    /// <returns>False when the bytes are not one JSON value in UTF-8.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out RawJson value)
    {
        value = default;
        if (!JsonText.IsOneValue(utf8))
            return false;
        value = FromValid(utf8);
        return true;
    }

    /// <summary>Converts the value to an element that owns its memory.</summary>
    /// <returns>The element.</returns>
    public JsonElement ToElement() => JsonElement.Parse(Utf8);

    /// <summary>Writes the value unmasked, including secrets.</summary>
    /// <param name="writer">The writer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(Utf8, skipInputValidation: true);
    }

    /// <summary>
    /// Writes the value unchanged when it contains no secret. Otherwise writes it masked, like <see cref="ToString"/>.
    /// </summary>
    internal void WriteMasked(Utf8JsonWriter writer)
    {
        if (MaskedJson.HasSecret(Utf8))
            MaskedJson.Write(Utf8, writer);
        else
            WriteTo(writer);
    }

    /// <inheritdoc/>
    public bool Equals(RawJson other) =>
        Utf8.SequenceEqual(other.Utf8) || (Kind == other.Kind && CanonicalJson.Of(Utf8).SequenceEqual(CanonicalJson.Of(other.Utf8)));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is RawJson other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(CanonicalJson.Of(Utf8));
        return hash.ToHashCode();
    }

    /// <summary>
    /// The JSON text with masked secrets: the values of <c>access_token</c>, of <c>auth=</c> in URLs, and everything
    /// that looks like a token.
    /// </summary>
    /// <returns>Compact JSON that is safe to log.</returns>
    public override string ToString() => MaskedJson.Of(Utf8);

    /// <summary>Whether both are equal by meaning.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    /// <returns>True when they do.</returns>
    public static bool operator ==(RawJson left, RawJson right) => left.Equals(right);

    /// <summary>Whether the two differ by meaning.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    /// <returns>True when they do.</returns>
    public static bool operator !=(RawJson left, RawJson right) => !left.Equals(right);

    /// <summary>Creates a value from text that is known to be one valid JSON value.</summary>
    internal static RawJson FromValid(ReadOnlySpan<byte> utf8) => new(JsonText.Compact(utf8));
}
