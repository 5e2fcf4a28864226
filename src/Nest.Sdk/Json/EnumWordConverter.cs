using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nest.Sdk.Json;

/// <summary>Writes an enum as its name in camelCase, such as <c>"reconnecting"</c>, and reads it in any case; a number is refused. It is public so that generated code of yours can name it.</summary>
/// <typeparam name="TEnum">An enum of this library.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumWordConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
