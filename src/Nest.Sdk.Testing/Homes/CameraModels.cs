namespace Nest.Sdk.Testing.Homes;

/// <summary>The words for camera models in the document of a home.</summary>
internal static class CameraModels
{
    private static readonly string[] Words = ["legacy-camera", "migrated-camera", "camera", "legacy-doorbell", "doorbell", "display"];

    /// <exception cref="ArgumentOutOfRangeException">The model is not defined.</exception>
    public static string WordOf(FakeCameraModel model) =>
        Enum.IsDefined(model) ? Words[(int)model] : throw new ArgumentOutOfRangeException(nameof(model), model, "Use a defined model.");

    /// <summary>Returns the model of a word. A missing or unknown word is a legacy camera.</summary>
    public static FakeCameraModel Of(string? word) => (FakeCameraModel)Math.Max(0, Array.IndexOf(Words, word));
}
