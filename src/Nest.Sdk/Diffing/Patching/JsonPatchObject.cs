using System.Buffers;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing.Patching;

/// <summary>A mutable object. Members keep their order and the spelling of their names.</summary>
internal sealed class JsonPatchObject : JsonPatchContainer
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    // Removed members leave a gap, so that a removal is cheap. There are no more gaps than operations.
    private readonly List<(JsonPatchValue Name, JsonPatchValue Value)> _members = [];

    public JsonPatchObject(JsonPatchChildren children, int height)
        : base(height)
    {
        while (children.MoveNext(out var name, out var value))
        {
            _places.Add(EscapedText.ToText(name.Utf8[1..^1]), _members.Count);
            _members.Add((name, value));
            Enter(value.Height);
        }
    }

    public override int Count => _places.Count;

    /// <summary>Two values, the name as a string, its dictionary entry, and the spare capacity of both.</summary>
    public override int BytesPerChild => 192;

    public IEnumerable<string> Names => _places.Keys;

    public override bool TryGet(string name, out JsonPatchValue value)
    {
        var isThere = _places.TryGetValue(name, out var place);
        value = isThere ? _members[place].Value : default;
        return isThere;
    }

    public override void Replace(string name, JsonPatchValue value)
    {
        var place = _places[name];
        Enter(value.Height);
        Leave(_members[place].Value.Height);
        _members[place] = (_members[place].Name, value);
    }

    public override void Remove(string name)
    {
        _places.Remove(name, out var place);
        Leave(_members[place].Value.Height);
        _members[place] = default;
    }

    public override bool TryAdd(string name, JsonPatchValue value)
    {
        if (_places.ContainsKey(name))
        {
            Replace(name, value);
            return true;
        }

        var spelling = new ArrayBufferWriter<byte>(name.Length + 2);
        SpelledText.Encode(name, spelling);
        _places.Add(name, _members.Count);
        _members.Add((new JsonPatchValue(spelling.WrittenSpan.ToArray(), 0, spelling.WrittenCount, 0), value));
        Enter(value.Height);
        return true;
    }

    public override string Explain(string name) => "the object has no such member. Use add to create it";

    public override void Write(IBufferWriter<byte> output)
    {
        var separator = "{"u8;
        foreach (var (name, value) in _members)
        {
            if (value.IsNothing)
                continue;
            output.Write(separator);
            output.Write(name.Utf8);
            output.Write(":"u8);
            value.Write(output);
            separator = ","u8;
        }

        output.Write(Count == 0 ? "{}"u8 : "}"u8);
    }
}
