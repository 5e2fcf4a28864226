namespace Nest.Sdk.Tests.Diffing.Reference;

internal sealed class JsonTreeMember(string name, JsonTree value, string? spelling = null)
{
    public string Name { get; } = name;

    public JsonTree Value { get; set; } = value;

    /// <summary>The spelling of the name between its quotes, when it is not the usual one.</summary>
    public string? Spelling { get; set; } = spelling;
}
