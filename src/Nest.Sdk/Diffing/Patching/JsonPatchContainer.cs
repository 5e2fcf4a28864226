using System.Buffers;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>An object or a list whose children can be changed.</summary>
internal abstract class JsonPatchContainer(int height)
{
    public abstract int Count { get; }

    /// <summary>Never less than the true height. Removals leave it as it is, so that an operation costs the same in any document.</summary>
    public int MaxHeight { get; private set; } = height;

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

    public void Raise(int atLeast) => MaxHeight = Math.Max(MaxHeight, atLeast);

    public int MeasureHeight() => MaxHeight = 1 + MeasureChildren();

    protected abstract int MeasureChildren();
}
