using Microsoft.CodeAnalysis;

namespace Nest.Sdk.ModelGenerator;

/// <summary>Finds the codec of a type.</summary>
internal static class CodecNames
{
    public const string ConverterAttribute = "System.Text.Json.Serialization.JsonConverterAttribute";

    public static bool IsWireRecord(this ITypeSymbol type) => type.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.ToDisplayString() == ConverterAttribute
        && attribute.ConstructorArguments.Any(static argument => argument.Value is INamedTypeSymbol { Name: "WireConverter" }));

    public static bool IsTemperature(this ITypeSymbol type) => ValueOf(type) is { Name: "Temperature" };

    /// <summary>The expression of a codec, by the names of <c>Nest.Sdk.Model.Wire.Codecs</c>; null for a type that has none.</summary>
    public static string? Of(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => "Text",
        _ when ValueOf(type) is { SpecialType: SpecialType.System_Boolean } => "Flag",
        _ when ValueOf(type) is { SpecialType: SpecialType.System_Int32 } => "Whole",
        _ when ValueOf(type) is { Name: "DateTimeOffset" } => "Time",
        { Name: "SecretUri" } => "SecretLink",
        { Name: "TimeToTarget" } => "Forecast",
        { Name: "EquatableArray" } => In("ListOf", type),
        { Name: "EquatableMap" } => In("MapOf", type),
        _ when type.AllInterfaces.Any(static one => one.Name == "IOpenEnum") => $"Word<{type.FullName()}>()",
        _ when type.IsWireRecord() => $"Object({type.Name}Wire.Type)",
        _ => null,
    };

    public static string FullName(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static string? In(string container, ITypeSymbol type) => Of(((INamedTypeSymbol)type).TypeArguments.Single()) is { } item ? $"{container}({item})" : null;

    /// <summary>The type below a nullable value type; null for other types.</summary>
    private static ITypeSymbol? ValueOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments.Single() : null;
}
