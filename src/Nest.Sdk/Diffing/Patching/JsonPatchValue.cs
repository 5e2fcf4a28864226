using System.Buffers;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>A value of a document that is being patched: text, checked, that nobody has looked into yet; or a container that somebody has.</summary>
/// <remarks>Most of a document stays text, so that its numbers and strings keep their spelling, and a big document costs what is touched of it.</remarks>
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

    /// <summary>Whether there is no value at all.</summary>
    public bool IsNothing => _origin is null;

    /// <summary>The container behind it, when somebody has looked into it.</summary>
    public JsonPatchContainer? Container => _origin as JsonPatchContainer;

    /// <summary>Its text, when it is text still.</summary>
    public ReadOnlySpan<byte> Utf8 => ((byte[])_origin!).AsSpan(_start, _length);

    public bool IsContainer => Container is not null || Utf8[0] is (byte)'{' or (byte)'[';

    public bool IsString => Container is null && Utf8[0] == '"';

    /// <summary>How many containers are nested in it, itself included.</summary>
    public int Height => Container?.Height ?? _height;

    /// <summary>Whether its text is that of a copy, or inside one: what is made of it comes on top of what document and patch take.</summary>
    public bool IsCopied { get; }

    /// <summary>Looks into it. What is made of text is new, and the caller's.</summary>
    public JsonPatchContainer Open()
    {
        if (Container is { } container)
            return container;
        var children = new JsonPatchChildren((byte[])_origin!, _start, _length, IsCopied);
        return Utf8[0] == '{' ? new JsonPatchObject(children, _height) : new JsonPatchArray(children, _height);
    }

    /// <summary>The same value, that no change to this one reaches.</summary>
    public JsonPatchValue Copy()
    {
        if (Container is null)
            return new JsonPatchValue((byte[])_origin!, _start, _length, _height, isCopied: true);
        var output = new ArrayBufferWriter<byte>();
        Write(output);
        return new JsonPatchValue(output.WrittenSpan.ToArray(), 0, output.WrittenCount, Height, isCopied: true);
    }

    /// <summary>Writes it without white space.</summary>
    public void Write(IBufferWriter<byte> output)
    {
        if (Container is { } container)
            container.Write(output);
        else
            JsonPatchWriter.WriteCompact(Utf8, output);
    }

    /// <summary>How long its text is; 0 when it is no text any more.</summary>
    public int TextLength => _length;
}
