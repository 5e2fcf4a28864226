using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nest.Sdk.Collections;

/// <summary>Reads and writes an <see cref="EquatableMap{TValue}"/> as a JSON object; <c>null</c> reads as empty, and of equal names the last one counts. It is public so that generated code of yours can name it.</summary>
/// <remarks>A context of yours lists the type of the values too, unless it is text: it does not see it behind a converter.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EquatableMapConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert is { IsGenericType: true } && typeToConvert.GetGenericTypeDefinition() == typeof(EquatableMap<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => IConvertibleCollection.ConverterOf(typeToConvert);
}
