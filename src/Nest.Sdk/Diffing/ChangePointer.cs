using System.Buffers;
using System.Globalization;
using System.Text;
using Nest.Sdk.Json;

namespace Nest.Sdk.Diffing;

/// <summary>
/// The JSON pointer (RFC 6901) of a change, composed from the old index and the name of an added member.
/// </summary>
internal readonly ref struct ChangePointer(JsonIndex index, ReadOnlySpan<byte> document, ReadOnlySpan<byte> next, ChangeRecord change, OwnerChain owners)
{
    private readonly JsonIndex _index = index;
    private readonly ReadOnlySpan<byte> _document = document;
    private readonly ReadOnlySpan<byte> _next = next;
    private readonly ChangeRecord _change = change;
    private readonly OwnerChain _owners = owners;

    public bool IsMember(int entry) => _index.HasName(entry);

    /// <summary>The name as spelled in the document, with its escapes.</summary>
    public ReadOnlySpan<byte> Name(int entry) => _index.Name(entry, _document);

    public ReadOnlySpan<byte> OldValue(int entry) => _index.Value(entry, _document);

    public string ToText()
    {
        var text = new StringBuilder();
        for (var (segment, count) = (1, Segments()); segment <= count; segment++)
        {
            if (_index.HasName(_owners.Entry(segment)))
                Append(text, Name(_owners.Entry(segment)));
            else
                text.Append(CultureInfo.InvariantCulture, $"/{_owners.Ordinal(_index, segment)}");
        }

        if (AddedName is { IsEmpty: false } name)
            Append(text, name[1..]);
        else if (IsAddedElement)
            text.Append(CultureInfo.InvariantCulture, $"/{_change.Ordinal}");
        return text.ToString();
    }

    /// <summary>Writes the pointer as the content of a JSON string.</summary>
    public void WriteEscaped(IBufferWriter<byte> output)
    {
        for (var (segment, count) = (1, Segments()); segment <= count; segment++)
        {
            if (_index.HasName(_owners.Entry(segment)))
                PointerText.Write(Name(_owners.Entry(segment)), output);
            else
                PointerText.Write(_owners.Ordinal(_index, segment), output);
        }

        if (AddedName is { IsEmpty: false } name)
            PointerText.Write(name[1..], output);
        else if (IsAddedElement)
            PointerText.Write(_change.Ordinal, output);
    }

    public bool IsAddedElement => _change is { Kind: JsonPatchKind.Add, Entry: >= 0, NameStart: < 0 };

    /// <summary>
    /// The opening quote and the name. Empty when no member was added. The quote distinguishes an empty name from no
    /// name.
    /// </summary>
    public ReadOnlySpan<byte> AddedName => _change.NameStart < 0 ? [] : _next.Slice(_change.NameStart, 1 + JsonLeaf.TextLength(_next[(_change.NameStart + 1)..]));

    private static void Append(StringBuilder text, ReadOnlySpan<byte> name)
    {
        var from = text.Append('/').Length;
        text.Append(EscapedText.ToText(name)).Replace("~", "~0", from, text.Length - from).Replace("/", "~1", from, text.Length - from);
    }

    /// <summary>Gets the entries with one segment each, outermost first.</summary>
    public int Owners(Span<int> owners)
    {
        var count = Segments();
        for (var i = 0; i < count; i++)
            owners[i] = _owners.Entry(i + 1);
        return count;
    }

    private int Segments() => _change.Entry < 0 ? 0 : _owners.Find(_index, _change.Entry);
}
