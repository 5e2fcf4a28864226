using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>The service that a client talks to.</summary>
/// <remarks>An open set: later versions add words. The default value means absent.</remarks>
[JsonConverter(typeof(OpenEnumConverter<NestBackend>))]
public readonly record struct NestBackend : IOpenEnum<NestBackend>
{
    private readonly string? _word;

    private NestBackend(string word) => _word = word;

    /// <summary>Works with Nest: <c>wwn</c>. Nest switched its own servers off on 2023-09-29; fake homes and servers that speak the protocol remain.</summary>
    public static NestBackend Wwn { get; } = new("wwn");

    /// <summary>Google's Smart Device Management: <c>sdm</c>.</summary>
    public static NestBackend Sdm { get; } = new("sdm");

    /// <inheritdoc/>
    public static EquatableArray<NestBackend> Known { get; } = [Wwn, Sdm];

    /// <inheritdoc/>
    public bool IsAbsent => _word is null;

    /// <inheritdoc cref="IOpenEnum{TSelf}.From"/>
    public static NestBackend From(string? word) => string.IsNullOrEmpty(word) ? default : new(word);

    /// <inheritdoc cref="IOpenEnum{TSelf}.ToString"/>
    public override string ToString() => _word ?? "";
}
