namespace Nest.Sdk.Model.Wire;

/// <summary>What the table of a record cannot derive from a property: a name that is not the property's in snake_case, or values of an unusual form.</summary>
/// <param name="name">The name on the wire; null for the property's own.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WireAttribute(string? name = null) : Attribute
{
    public string? Name => name;

    /// <summary>The name of a member of <see cref="Codecs"/>; null for the codec of the property's type.</summary>
    public string? Codec { get; init; }
}
