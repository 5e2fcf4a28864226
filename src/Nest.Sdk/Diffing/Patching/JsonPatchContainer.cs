using System.Buffers;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>A mutable object or list.</summary>
internal abstract class JsonPatchContainer(int height)
{
    // The number of children of each height. The height after a removal is known without reading the other children, so
    // an operation costs the same in any document.
    private int[] _heights = [];
    private int _told = height;

    public abstract int Count { get; }

    /// <summary>The approximate number of bytes of a child, in addition to its text.</summary>
    public abstract int BytesPerChild { get; }

    /// <summary>The number of nested containers, including this one.</summary>
    public int Height { get; private set; } = 1;

    /// <summary>Gets the child with a name or index.</summary>
    public abstract bool TryGet(string name, out JsonPatchValue value);

    /// <summary>Replaces the value of an existing child.</summary>
    public abstract void Replace(string name, JsonPatchValue value);

    /// <summary>Removes an existing child.</summary>
    public abstract void Remove(string name);

    /// <summary>Adds a child. An object replaces a member of the same name, or appends the child.</summary>
    /// <returns>False when the name is not an index of the list.</returns>
    public abstract bool TryAdd(string name, JsonPatchValue value);

    /// <summary>Explains why there is no such child.</summary>
    public abstract string Explain(string name);

    public abstract void Write(IBufferWriter<byte> output);

    /// <summary>Reports the height to the container around this one.</summary>
    /// <returns>False when the height is unchanged.</returns>
    public bool ReportHeight(JsonPatchContainer owner)
    {
        if (_told == Height)
            return false;
        owner.Enter(Height);
        owner.Leave(_told);
        _told = Height;
        return true;
    }

    /// <summary>Counts an added child.</summary>
    protected void Enter(int height)
    {
        if (height >= _heights.Length)
            Array.Resize(ref _heights, height < DeepStack.Shallow ? height + 1 : 2 * height);
        _heights[height]++;
        Height = Math.Max(Height, height + 1);
    }

    /// <summary>Counts a removed child.</summary>
    protected void Leave(int height)
    {
        _heights[height]--;
        while (Height > 1 && _heights[Height - 1] == 0)
            Height--;
    }
}
