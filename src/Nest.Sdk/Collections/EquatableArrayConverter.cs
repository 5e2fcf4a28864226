using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nest.Sdk.Collections;

/// <summary>
/// Reads and writes an <see cref="EquatableArray{T}"/> as a JSON array. A JSON <c>null</c> reads as empty. Public so
/// that source-generated code can refer to it.
/// </summary>
/// <remarks>
/// A <c>JsonSerializerContext</c> must also list the type of the items, except <see cref="string"/>: the source
/// generator does not see types behind a converter.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EquatableArrayConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert is { IsGenericType: true } && typeToConvert.GetGenericTypeDefinition() == typeof(EquatableArray<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => IConvertibleCollection.ConverterOf(typeToConvert);
}
