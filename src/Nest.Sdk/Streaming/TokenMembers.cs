using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Nest.Sdk.Diffing;
using Nest.Sdk.Json;
using Nest.Sdk.Model.Wire;

namespace Nest.Sdk.Streaming;

/// <summary>Finds the token in documents and in what changes: the members of its name, at any depth. It is no part of the home.</summary>
internal static class TokenMembers
{
    private const int NameLength = 12;

    /// <summary>Whether nothing but the token has changed.</summary>
    public static bool AreAll(JsonChanges changes)
    {
        foreach (var change in changes)
        {
            if (!IsIn(change.Pointer))
                return false;
        }

        return true;
    }

    /// <summary>Whether a change is at the token, or inside it.</summary>
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

    /// <summary>The value without the tokens in it: itself when there are none.</summary>
    public static JsonElement? Without(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } container)
            return value;
        var utf8 = JsonMarshal.GetRawUtf8Value(container);
        return MayHold(utf8) ? JsonElement.Parse(Copy(utf8).WrittenSpan) : value;
    }

    private static bool IsToken(ReadOnlySpan<byte> name) => EscapedText.IsEscaped(name) ? TokenName.Is(EscapedText.ToText(name)) : TokenName.Is(name);

    /// <summary>A look at the underscores alone, so that the usual value need not be walked through.</summary>
    private static bool MayHold(ReadOnlySpan<byte> utf8)
    {
        const int before = 6;
        if (EscapedText.IsEscaped(utf8))
            return true;
        for (var at = utf8.IndexOf((byte)'_'); at >= 0; at = utf8.IndexOf((byte)'_'))
        {
            if (at >= before && utf8.Length - at >= NameLength - before && TokenName.Is(utf8.Slice(at - before, NameLength)))
                return true;
            // The name has one underscore, and so what stands before this one is done with but for the letters of a next name.
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
