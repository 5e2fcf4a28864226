using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nest.Sdk.Collections;

/// <summary>Reads and writes an <see cref="EquatableArray{T}"/> as a JSON array; <c>null</c> reads as empty. It is public so that generated code of yours can name it.</summary>
/// <remarks>A context of yours lists the type of the items too, unless it is text: it does not see it behind a converter.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EquatableArrayConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert is { IsGenericType: true } && typeToConvert.GetGenericTypeDefinition() == typeof(EquatableArray<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => IConvertibleCollection.ConverterOf(typeToConvert);
}
