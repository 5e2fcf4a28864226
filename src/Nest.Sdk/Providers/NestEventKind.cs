using System.Text.Json.Serialization;
using Nest.Sdk.Collections;
using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>The kind of an event.</summary>
/// <remarks>
/// An open enum: an unknown value is preserved and written back unchanged. The default value means absent. Values are
/// compared case-sensitively.
/// </remarks>
[JsonConverter(typeof(OpenEnumConverter<NestEventKind>))]
public readonly record struct NestEventKind : IOpenEnum<NestEventKind>
{
    private readonly string? _word;

    private NestEventKind(string word) => _word = word;

    /// <summary>A camera detected motion: <c>motion</c>.</summary>
    public static NestEventKind Motion { get; } = new("motion");

    /// <summary>A camera detected a person: <c>person</c>.</summary>
    public static NestEventKind Person { get; } = new("person");

    /// <summary>A camera detected a sound: <c>sound</c>.</summary>
    public static NestEventKind Sound { get; } = new("sound");

    /// <summary>Someone rang the doorbell: <c>chime</c>.</summary>
    public static NestEventKind Chime { get; } = new("chime");

    /// <summary>A recording is ready: <c>clip</c>.</summary>
    public static NestEventKind Clip { get; } = new("clip");

    /// <summary>A smoke alarm: <c>smoke</c>.</summary>
    public static NestEventKind Smoke { get; } = new("smoke");

    /// <summary>A carbon monoxide alarm: <c>co</c>.</summary>
    public static NestEventKind Co { get; } = new("co");

    /// <inheritdoc/>
    public static EquatableArray<NestEventKind> Known { get; } = [Motion, Person, Sound, Chime, Clip, Smoke, Co];

    /// <inheritdoc/>
    public bool IsAbsent => _word is null;

    /// <inheritdoc cref="IOpenEnum{TSelf}.From"/>
    public static NestEventKind From(string? word) => string.IsNullOrEmpty(word) ? default : new(word);

    /// <inheritdoc cref="IOpenEnum{TSelf}.ToString"/>
    public override string ToString() => _word ?? "";
}
