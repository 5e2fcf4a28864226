using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Nest.Sdk.Collections;

/// <summary>
/// A collection that creates its own JSON converter. No generic type is constructed at run time, so it works with
/// native AOT.
/// </summary>
internal interface IConvertibleCollection
{
    JsonConverter CreateConverter();

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "The default value of a struct needs no constructor.")]
    static JsonConverter ConverterOf(Type type) => ((IConvertibleCollection)RuntimeHelpers.GetUninitializedObject(type)).CreateConverter();

    /// <summary>
    /// The type info of an item in the caller's options. <see cref="string"/> need not be listed in a generated
    /// context.
    /// </summary>
    static JsonTypeInfo<T> ItemType<T>(JsonSerializerOptions options) => options.TryGetTypeInfo(typeof(T), out var type) || typeof(T) != typeof(string)
        ? (JsonTypeInfo<T>)(type ?? options.GetTypeInfo(typeof(T)))
        : (JsonTypeInfo<T>)(object)JsonMetadataServices.CreateValueInfo<string>(options, JsonMetadataServices.StringConverter);
}
