using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nest.Sdk.Collections;

/// <summary>
/// Reads and writes an <see cref="EquatableMap{TValue}"/> as a JSON object. A JSON <c>null</c> reads as empty; of
/// duplicate names the last one wins. Public so that source-generated code can refer to it.
/// </summary>
/// <remarks>
/// A <c>JsonSerializerContext</c> must also list the type of the values, except <see cref="string"/>: the source
/// generator does not see types behind a converter.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EquatableMapConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert is { IsGenericType: true } && typeToConvert.GetGenericTypeDefinition() == typeof(EquatableMap<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => IConvertibleCollection.ConverterOf(typeToConvert);
}
