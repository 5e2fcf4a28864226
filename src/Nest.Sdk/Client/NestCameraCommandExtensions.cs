using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>Writes to cameras by record instead of by id.</summary>
/// <remarks>
/// Each method calls the method of the same name with the record's id, and throws the same exceptions. The record is
/// not changed; the new one comes with <see cref="INestClient.Updates"/>.
/// </remarks>
public static class NestCameraCommandExtensions
{
    /// <inheritdoc cref="ICameraCommands.SetStreamingAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Cameras"/>.</param>
    /// <param name="camera">The camera.</param>
    /// <param name="isStreaming">True turns it on.</param>
    /// <param name="options">Checks, dry run and confirmation. Null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<NestWriteResult> SetStreamingAsync(this ICameraCommands commands, Camera camera, bool isStreaming, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(commands).SetStreamingAsync(IdOf(camera), isStreaming, options, cancellationToken);

    private static ICameraCommands Checked(ICameraCommands commands)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return commands;
    }

    private static string IdOf(Camera camera)
    {
        ArgumentNullException.ThrowIfNull(camera);
        return camera.DeviceId ?? throw new ArgumentException("The camera has no DeviceId. Use the overload with an id, and pass the camera's key in the home.", nameof(camera));
    }
}
