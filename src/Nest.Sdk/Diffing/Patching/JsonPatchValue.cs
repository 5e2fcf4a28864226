using System.Buffers;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>
/// A value of a document that is being patched: validated text that was not opened yet, or an opened container.
/// </summary>
/// <remarks>
/// Most of a document stays text, so that its numbers and strings keep their spelling, and the cost depends on the
/// changes, not on the size.
/// </remarks>
internal readonly struct JsonPatchValue
{
    private readonly object? _origin;
    private readonly int _start;
    private readonly int _length;
    private readonly int _height;

    public JsonPatchValue(byte[] utf8, int start, int length, int height, bool isCopied = false)
    {
        _origin = utf8;
        _start = start;
        _length = length;
        _height = height;
        IsCopied = isCopied;
    }

    public JsonPatchValue(JsonPatchContainer container) => _origin = container;

    /// <summary>Whether there is no value.</summary>
    public bool IsNothing => _origin is null;

    /// <summary>The container, when the value was opened. Otherwise null.</summary>
    public JsonPatchContainer? Container => _origin as JsonPatchContainer;

    /// <summary>The text, when the value was not opened.</summary>
    public ReadOnlySpan<byte> Utf8 => ((byte[])_origin!).AsSpan(_start, _length);

    public bool IsContainer => Container is not null || Utf8[0] is (byte)'{' or (byte)'[';

    public bool IsString => Container is null && Utf8[0] == '"';

    /// <summary>The number of nested containers, including this one.</summary>
    public int Height => Container?.Height ?? _height;

    /// <summary>
    /// Whether the text is a copy, or inside a copy. Containers opened from it count in addition to the document and
    /// the patch.
    /// </summary>
    public bool IsCopied { get; }

    /// <summary>Opens the value. A container created from text is new and belongs to the caller.</summary>
    public JsonPatchContainer Open()
    {
        if (Container is { } container)
            return container;
        var children = new JsonPatchChildren((byte[])_origin!, _start, _length, IsCopied);
        return Utf8[0] == '{' ? new JsonPatchObject(children, _height) : new JsonPatchArray(children, _height);
    }

    /// <summary>Returns a copy that changes to this value do not affect.</summary>
    public JsonPatchValue Copy()
    {
        if (Container is null)
            return new JsonPatchValue((byte[])_origin!, _start, _length, _height, isCopied: true);
        var output = new ArrayBufferWriter<byte>();
        Write(output);
        return new JsonPatchValue(output.WrittenSpan.ToArray(), 0, output.WrittenCount, Height, isCopied: true);
    }

    /// <summary>Writes the value without white space.</summary>
    public void Write(IBufferWriter<byte> output)
    {
        if (Container is { } container)
            container.Write(output);
        else
            JsonPatchWriter.WriteCompact(Utf8, output);
    }

    /// <summary>The length of the text. 0 after the value was opened.</summary>
    public int TextLength => _length;
}
