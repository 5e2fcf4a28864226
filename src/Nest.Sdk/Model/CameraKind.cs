using System.Text.Json.Serialization;
using Nest.Sdk.Collections;

namespace Nest.Sdk.Model;

/// <summary>
/// What a device with a camera is (<c>kind</c> of a camera). See
/// docs/protocol/smart-device-management.md#device-types.
/// </summary>
/// <inheritdoc cref="IOpenEnum{TSelf}" path="/remarks"/>
[JsonConverter(typeof(OpenEnumConverter<CameraKind>))]
public readonly record struct CameraKind : IOpenEnum<CameraKind>
{
    private readonly string? _word;

    private CameraKind(string word) => _word = word;

    /// <summary>A camera. On the wire: <c>camera</c>.</summary>
    public static CameraKind Camera { get; } = new("camera");

    /// <summary>A doorbell with a camera. On the wire: <c>doorbell</c>.</summary>
    public static CameraKind Doorbell { get; } = new("doorbell");

    /// <summary>A display with a camera. On the wire: <c>display</c>.</summary>
    public static CameraKind Display { get; } = new("display");

    /// <inheritdoc/>
    public static EquatableArray<CameraKind> Known { get; } = [Camera, Doorbell, Display];

    /// <inheritdoc/>
    public bool IsAbsent => _word is null;

    /// <inheritdoc cref="IOpenEnum{TSelf}.From"/>
    public static CameraKind From(string? word) => string.IsNullOrEmpty(word) ? default : new(word);

    /// <inheritdoc cref="IOpenEnum{TSelf}.ToString"/>
    public override string ToString() => _word ?? "";
}
