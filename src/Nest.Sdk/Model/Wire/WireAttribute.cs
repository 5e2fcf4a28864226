namespace Nest.Sdk.Model.Wire;

/// <summary>
/// Describes a property whose wire name is not its name in snake_case, or whose values have an unusual form.
/// </summary>
/// <param name="name">The name on the wire. Null for the name of the property in snake_case.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WireAttribute(string? name = null) : Attribute
{
    public string? Name => name;

    /// <summary>The name of a member of <see cref="Codecs"/>. Null for the codec of the property's type.</summary>
    public string? Codec { get; init; }
}
