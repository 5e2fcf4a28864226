using System.Text;
using Microsoft.CodeAnalysis;

namespace Nest.Sdk.ModelGenerator;

/// <summary>The line of one property in the table of its record.</summary>
internal static class WireLine
{
    public static string Of(IPropertySymbol property)
    {
        var wire = property.GetAttributes().FirstOrDefault(static one => one.AttributeClass?.Name == "WireAttribute");
        var name = wire?.ConstructorArguments.Select(static one => one.Value).OfType<string>().FirstOrDefault() ?? SnakeCase(property.Name);
        var codec = wire?.NamedArguments.FirstOrDefault(static one => one.Key == "Codec").Value.Value as string;
        if (property.Type.IsTemperature())
            return $""".Temperature("{name}", Slots.{property.Name}, {codec ?? "Degrees"})""";
        codec ??= CodecOf(property);
        return codec is null
            ? $"#error {property.ContainingType.Name}.{property.Name}: no codec is known for {property.Type.ToDisplayString()}. Name one: [Wire(Codec = nameof(Codecs.X))]."
            : $""".Field("{name}", Slots.{property.Name}, {codec})""";
    }

    /// <summary>A record that is never null has an empty one for a missing member.</summary>
    private static string? CodecOf(IPropertySymbol property) => property.Type.IsWireRecord() && property.NullableAnnotation != NullableAnnotation.Annotated
        ? $"Object({property.Type.Name}Wire.Type, {property.Type.FullName()}.Empty)"
        : CodecNames.Of(property.Type);

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
