using System.Buffers;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>
/// A mutable document. It is discarded when an operation fails, so a patch is applied completely or not at all.
/// </summary>
internal sealed class JsonPatchTree(JsonPatchValue root)
{
    /// <summary>
    /// The maximum size of copies. A few copies of copies could exhaust the memory: each can double the document.
    /// Opening a copied text takes many times its bytes, so that counts too.
    /// </summary>
    public const long MaxCopied = 256L << 20;

    private readonly List<JsonPatchContainer> _way = [];
    private JsonPatchValue _root = root;
    private long _copied;
    private int _mostLevels = root.Height;

    /// <summary>
    /// Whether the document may, before or after a step, be too deep for the stack of the current thread.
    /// </summary>
    public bool MayBeDeep(JsonPatchStep next)
    {
        _mostLevels = Math.Max(_mostLevels, next.Path.Length + (next.NeedsFrom ? _mostLevels : next.Value.IsNothing ? 0 : next.Value.Height));
        return _mostLevels > DeepStack.Shallow;
    }

    public void Apply(JsonPatchStep step)
    {
        switch (step.Operation.Kind)
        {
            case JsonPatchKind.Add:
                Add(step, step.Value);
                break;
            case JsonPatchKind.Remove:
                Remove(step, step.Path);
                break;
            case JsonPatchKind.Replace:
                Replace(step);
                break;
            case JsonPatchKind.Move:
                Move(step);
                break;
            case JsonPatchKind.Copy:
                Copy(step);
                break;
            default:
                Test(step);
                break;
        }
    }

    public byte[] ToArray()
    {
        var output = new ArrayBufferWriter<byte>();
        _root.Write(output);
        return output.WrittenSpan.ToArray();
    }

    private void Add(JsonPatchStep step, JsonPatchValue value)
    {
        var path = step.Path;
        CheckDepth(step, value);
        if (path.Length == 0)
        {
            _root = value;
            return;
        }

        var owner = OwnerOf(step, path);
        if (!owner.TryAdd(path[^1], value))
            throw step.Fails($"it cannot be added: {owner.Explain(path[^1])}");
        TellHeights();
    }

    private void Remove(JsonPatchStep step, string[] path)
    {
        if (path.Length == 0)
            throw step.Fails("the whole document cannot be removed. Replace it, for example by null");
        Find(step, path);
        _way[^1].Remove(path[^1]);
        TellHeights();
    }

    private void Replace(JsonPatchStep step)
    {
        CheckDepth(step, step.Value);
        Find(step, step.Path);
        if (step.Path.Length == 0)
            _root = step.Value;
        else
            _way[^1].Replace(step.Path[^1], step.Value);
        TellHeights();
    }

    private void Move(JsonPatchStep step)
    {
        var (from, path) = (step.Operation.From!, step.Operation.Path);
        var value = Find(step, step.From);
        if (from == path)
            return;
        // Every path has one spelling, so the path of a descendant starts with the path of its container.
        if (path.StartsWith(from + "/", StringComparison.Ordinal))
            throw step.Fails("a value cannot move into itself. Copy it instead");
        Remove(step, step.From);
        Add(step, value);
    }

    private void Copy(JsonPatchStep step)
    {
        var value = Find(step, step.From).Copy();
        Charge(step, value.TextLength);
        Add(step, value);
    }

    private void Test(JsonPatchStep step)
    {
        if (!JsonPatchEquality.IsSame(Find(step, step.Path), step.Value))
            throw step.Fails("the document has another value. Create the patch again from the current document");
    }

    private JsonPatchValue Find(JsonPatchStep step, string[] path)
    {
        _way.Clear();
        if (path.Length == 0)
            return _root;
        var owner = OwnerOf(step, path);
        return owner.TryGet(path[^1], out var value) ? value : throw step.Fails($"the value was not found: {owner.Explain(path[^1])}");
    }

    /// <summary>Gets the container of a path. Opens it and the containers around it, which become the way.</summary>
    private JsonPatchContainer OwnerOf(JsonPatchStep step, string[] path)
    {
        _way.Clear();
        if (!_root.IsContainer)
            throw step.Fails("the document is a plain value without members or items");
        var owner = Open(step, _root);
        _root = new JsonPatchValue(owner);
        _way.Add(owner);
        foreach (var name in path.AsSpan(0, path.Length - 1))
        {
            if (!owner.TryGet(name, out var value))
                throw step.Fails($"level {_way.Count} of the path was not found: {owner.Explain(name)}");
            if (!value.IsContainer)
                throw step.Fails($"level {_way.Count} of the path is a plain value without members or items");
            var inner = Open(step, value);
            if (value.Container is null)
                owner.Replace(name, new JsonPatchValue(inner));
            owner = inner;
            _way.Add(owner);
        }

        return owner;
    }

    private JsonPatchContainer Open(JsonPatchStep step, JsonPatchValue value)
    {
        var container = value.Open();
        if (value.IsCopied)
            Charge(step, (long)container.Count * container.BytesPerChild);
        return container;
    }

    private void TellHeights()
    {
        for (var i = _way.Count - 1; i > 0 && _way[i].ReportHeight(_way[i - 1]); i--)
        {
        }
    }

    private void Charge(JsonPatchStep step, long bytes)
    {
        _copied += bytes;
        if (_copied > MaxCopied)
            throw step.Fails($"the patch needs more than {MaxCopied >> 20} MB for copies and the changes inside them. Add the values instead");
    }

    private static void CheckDepth(JsonPatchStep step, JsonPatchValue value)
    {
        if (step.Path.Length + value.Height > Utf8JsonDiff.Deepest)
            throw step.Fails($"the document would be nested more than {Utf8JsonDiff.Deepest} levels deep. Flatten it");
    }
}
