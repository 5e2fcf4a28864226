using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Nest.Sdk.Diffing;
using Nest.Sdk.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Streaming;

/// <summary>
/// Finds the token in documents and changes: the members of that name, at any depth. The token is not part of the home.
/// </summary>
internal static class TokenMembers
{
    private const int NameLength = 12;

    /// <summary>Whether only the token has changed.</summary>
    public static bool AreAll(JsonChanges changes)
    {
        foreach (var change in changes)
        {
            if (!IsIn(change.Pointer))
                return false;
        }

        return true;
    }

    /// <summary>Whether a change is of the token or inside it.</summary>
    public static bool IsIn(ChangePointer pointer)
    {
        Span<int> owners = stackalloc int[UpdatePipeline.MaxDepth + 1];
        foreach (var owner in owners[..pointer.Owners(owners)])
        {
            if (pointer.IsMember(owner) && IsToken(pointer.Name(owner)))
                return true;
        }

        return pointer.AddedName is { IsEmpty: false } added && IsToken(added[1..]);
    }

    /// <summary>Gets the value without the tokens in it. Returns the value itself when it contains none.</summary>
    public static JsonElement? Without(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } container)
            return value;
        var utf8 = JsonMarshal.GetRawUtf8Value(container);
        return MayHold(utf8) ? JsonElement.Parse(Copy(utf8).WrittenSpan) : value;
    }

    private static bool IsToken(ReadOnlySpan<byte> name) => EscapedText.IsEscaped(name) ? TokenName.Is(EscapedText.ToText(name)) : TokenName.Is(name);

    /// <summary>
    /// Whether the value may contain the name. Searches for the underscore only, so that most values need not be
    /// parsed.
    /// </summary>
    private static bool MayHold(ReadOnlySpan<byte> utf8)
    {
        const int before = 6;
        if (EscapedText.IsEscaped(utf8))
            return true;
        for (var at = utf8.IndexOf((byte)'_'); at >= 0; at = utf8.IndexOf((byte)'_'))
        {
            if (at >= before && utf8.Length - at >= NameLength - before && TokenName.Is(utf8.Slice(at - before, NameLength)))
                return true;
            // The name has one underscore, so the text before this one can only hold the first letters of a later name.
            utf8 = utf8[(at + 1)..];
        }

        return false;
    }

    private static ArrayBufferWriter<byte> Copy(ReadOnlySpan<byte> utf8)
    {
        var copy = new ArrayBufferWriter<byte>(utf8.Length);
        var reader = new Utf8JsonReader(utf8);
        var isFirst = true;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && IsToken(reader.ValueSpan))
            {
                reader.Skip();
                continue;
            }

            var isEnd = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
            if (!isFirst && !isEnd)
                copy.Write(","u8);
            copy.Write(utf8[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]);
            isFirst = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName;
        }

        return copy;
    }
}
