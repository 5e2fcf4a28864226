using System.Buffers;

namespace Nest.Sdk.Diffing;

/// <summary>One change between two versions of a document. Valid until the next call of the engine.</summary>
public readonly ref struct JsonChange
{
    private readonly Utf8JsonDiff? _diff;
    private readonly ReadOnlySpan<byte> _next;
    private readonly ChangeRecord _record;
    private readonly int _version;

    internal JsonChange(Utf8JsonDiff diff, ReadOnlySpan<byte> next, ChangeRecord record, int version)
    {
        _diff = diff;
        _next = next;
        _record = record;
        _version = version;
    }

    /// <summary>
    /// <see cref="JsonPatchKind.Add"/>, <see cref="JsonPatchKind.Remove"/> or <see cref="JsonPatchKind.Replace"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The engine has compared or committed another version since.
    /// </exception>
    public JsonPatchKind Kind
    {
        get
        {
            _ = Engine.ChangesOf(_version);
            return _record.Kind;
        }
    }

    /// <summary>
    /// The path of the value, as a JSON pointer (RFC 6901). Empty for the whole document. Each call creates a new
    /// string.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The engine has compared or committed another version since.
    /// </exception>
    public string Path => Pointer.ToText();

    /// <summary>The old value, inside its document. Not present for an addition.</summary>
    /// <exception cref="InvalidOperationException">
    /// The engine has compared or committed another version since.
    /// </exception>
    public JsonChangeValue Old
    {
        get
        {
            var pointer = Pointer;
            return _record.Kind == JsonPatchKind.Add ? default : new JsonChangeValue(pointer.OldValue(_record.Entry));
        }
    }

    /// <summary>The new value, inside its document. Not present for a removal.</summary>
    /// <exception cref="InvalidOperationException">
    /// The engine has compared or committed another version since.
    /// </exception>
    public JsonChangeValue New
    {
        get
        {
            _ = Engine.ChangesOf(_version);
            return _record.NewLength == 0 ? default : new JsonChangeValue(_next.Slice(_record.NewStart, _record.NewLength));
        }
    }

    private Utf8JsonDiff Engine => _diff ?? throw new InvalidOperationException("The change is the default value. Use a change of a comparison.");

    internal ChangePointer Pointer
    {
        get
        {
            _ = Engine.ChangesOf(_version);
            return new ChangePointer(Engine.Index, Engine.Document, _next, _record, Engine.Work.Owners);
        }
    }

    /// <summary>Copies the change and its values.</summary>
    /// <returns>An independent copy.</returns>
    /// <exception cref="InvalidOperationException">
    /// The engine has compared or committed another version since.
    /// </exception>
    public JsonPatchOperation ToOperation() => new()
    {
        Kind = Kind,
        Path = Path,
        OldValue = Old is { IsPresent: true } old ? old.ToElement() : null,
        Value = New is { IsPresent: true } now ? now.ToElement() : null,
    };

    /// <summary>Writes the operation from the name of its kind on.</summary>
    internal void WriteOperation(IBufferWriter<byte> output)
    {
        output.Write(Kind switch { JsonPatchKind.Add => "add\",\"path\":\""u8, JsonPatchKind.Remove => "remove\",\"path\":\""u8, _ => "replace\",\"path\":\""u8 });
        Pointer.WriteEscaped(output);
        if (New is { IsPresent: true } now)
        {
            output.Write("\",\"value\":"u8);
            output.Write(now.Utf8);
            output.Write("}"u8);
        }
        else
        {
            output.Write("\"}"u8);
        }
    }
}
