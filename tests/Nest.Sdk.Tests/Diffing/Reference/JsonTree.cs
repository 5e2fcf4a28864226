namespace Nest.Sdk.Tests.Diffing.Reference;

/// <summary>A simple JSON value that tests compare, change and write.</summary>
internal sealed class JsonTree
{
    private JsonTree(JsonTreeKind kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    public JsonTreeKind Kind { get; }

    /// <summary>The text of a string, the spelling of a number, or the word of a literal.</summary>
    public string Text { get; }

    /// <summary>The spelling of a string between its quotes, when it is not the usual one.</summary>
    public string? Spelling { get; set; }

    public List<JsonTree> Items { get; } = [];

    public List<JsonTreeMember> Members { get; } = [];

    public bool IsContainer => Kind is JsonTreeKind.List or JsonTreeKind.Object;

    public static JsonTree Null { get; } = Word("null");

    public static JsonTree Word(string word) => new(JsonTreeKind.Word, word);

    public static JsonTree Number(string spelling) => new(JsonTreeKind.Number, spelling);

    public static JsonTree String(string text, string? spelling = null) => new(JsonTreeKind.String, text) { Spelling = spelling };

    public static JsonTree List(params IEnumerable<JsonTree> items)
    {
        var list = new JsonTree(JsonTreeKind.List, "");
        list.Items.AddRange(items);
        return list;
    }

    public static JsonTree Object(params IEnumerable<JsonTreeMember> members)
    {
        var owner = new JsonTree(JsonTreeKind.Object, "");
        owner.Members.AddRange(members);
        return owner;
    }

    public JsonTree? Member(string name) => Members.Find(member => member.Name == name)?.Value;

    public JsonTree Clone()
    {
        var clone = new JsonTree(Kind, Text) { Spelling = Spelling };
        clone.Items.AddRange(Items.Select(item => item.Clone()));
        clone.Members.AddRange(Members.Select(member => new JsonTreeMember(member.Name, member.Value.Clone(), member.Spelling)));
        return clone;
    }

    public int Height() => IsContainer ? 1 + Items.Concat(Members.Select(member => member.Value)).Max(child => (int?)child.Height()).GetValueOrDefault() : 0;
}
