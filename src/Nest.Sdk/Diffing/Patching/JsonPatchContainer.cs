using System.Buffers;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>An object or a list whose children can be changed.</summary>
internal abstract class JsonPatchContainer(int height)
{
    // How many children there are of each height: what a removal leaves is known without a look at the others, so that an operation costs the same in any document.
    private int[] _heights = [];
    private int _told = height;

    public abstract int Count { get; }

    /// <summary>About how many bytes a child takes, over those of its text.</summary>
    public abstract int BytesPerChild { get; }

    /// <summary>How many containers are nested here, this one included.</summary>
    public int Height { get; private set; } = 1;

    /// <summary>The child of that name or index.</summary>
    public abstract bool TryGet(string name, out JsonPatchValue value);

    /// <summary>Puts another value into the place of a child that is there.</summary>
    public abstract void Replace(string name, JsonPatchValue value);

    /// <summary>Takes away a child that is there.</summary>
    public abstract void Remove(string name);

    /// <summary>Adds a child: in an object in the place of one of its name, if there is one, else last.</summary>
    /// <returns>False when the name is no place in a list.</returns>
    public abstract bool TryAdd(string name, JsonPatchValue value);

    /// <summary>Why there is no such child.</summary>
    public abstract string Explain(string name);

    public abstract void Write(IBufferWriter<byte> output);

    /// <summary>Tells the container around this one how high it is.</summary>
    /// <returns>False when that is no news.</returns>
    public bool TellHeight(JsonPatchContainer owner)
    {
        if (_told == Height)
            return false;
        owner.Enter(Height);
        owner.Leave(_told);
        _told = Height;
        return true;
    }

    /// <summary>Counts a child that came.</summary>
    protected void Enter(int height)
    {
        if (height >= _heights.Length)
            Array.Resize(ref _heights, height < DeepStack.Shallow ? height + 1 : 2 * height);
        _heights[height]++;
        Height = Math.Max(Height, height + 1);
    }

    /// <summary>Counts a child that went.</summary>
    protected void Leave(int height)
    {
        _heights[height]--;
        while (Height > 1 && _heights[Height - 1] == 0)
            Height--;
    }
}
