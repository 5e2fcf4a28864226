namespace Nest.Sdk.Model.Wire;

/// <summary>The path of a value in a document, name by name, and its new value.</summary>
internal ref struct LeafPath(ReadOnlySpan<byte> value)
{
    private ReadOnlySpan<byte> _first;
    private ReadOnlySpan<byte> _second;
    private ReadOnlySpan<byte> _third;
    private ReadOnlySpan<byte> _fourth;
    private ReadOnlySpan<byte> _fifth;
    private int _count;
    private int _at;

    /// <summary>The value as JSON. Empty when it was removed.</summary>
    public ReadOnlySpan<byte> Value { get; } = value;

    public readonly bool IsAtEnd => _at == _count;

    /// <summary>
    /// Whether the value is absent. Null means the same as a missing member. See
    /// docs/protocol/works-with-nest.md#what-a-put-contains.
    /// </summary>
    public static bool IsAbsent(ReadOnlySpan<byte> value) => value.IsEmpty || value[0] == 'n';

    /// <summary>Adds the next name. Returns false when the path is deeper than the model.</summary>
    public bool TryAdd(ReadOnlySpan<byte> name)
    {
        switch (_count++)
        {
            case 0:
                _first = name;
                return true;
            case 1:
                _second = name;
                return true;
            case 2:
                _third = name;
                return true;
            case 3:
                _fourth = name;
                return true;
            case 4:
                _fifth = name;
                return true;
            default:
                return false;
        }
    }

    public ReadOnlySpan<byte> Next() => _at++ switch
    {
        0 => _first,
        1 => _second,
        2 => _third,
        3 => _fourth,
        _ => _fifth,
    };

    /// <summary>Whether the value is absent, or may be of the kind.</summary>
    public readonly bool IsAbsentOr<TValue>(Codec<TValue> codec) => IsAbsent(Value) || codec.MayBegin(Value[0]);
}
