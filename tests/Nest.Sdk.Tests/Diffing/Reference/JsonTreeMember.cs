namespace Nest.Sdk.Tests.Diffing.Reference;

internal sealed class JsonTreeMember(string name, JsonTree value, string? spelling = null)
{
    public string Name { get; } = name;

    public JsonTree Value { get; set; } = value;

    /// <summary>How the name is spelt between its quotes, when not in the usual way.</summary>
    public string? Spelling { get; set; } = spelling;
}
