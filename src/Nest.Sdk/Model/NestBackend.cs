using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>The service that a client uses, or that a home was read from (<c>backend</c>).</summary>
/// <remarks>An open enum: later versions add values. The default value means absent.</remarks>
[JsonConverter(typeof(OpenEnumConverter<NestBackend>))]
public readonly record struct NestBackend : IOpenEnum<NestBackend>
{
    private readonly string? _word;

    private NestBackend(string word) => _word = word;

    /// <summary>
    /// Works with Nest: <c>wwn</c>. Nest's own servers were switched off on 2023-09-29. Fake homes and other servers of
    /// the protocol remain.
    /// </summary>
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
