using Nest.Sdk.Model;

namespace Nest.Sdk;

/// <summary>Writes to cameras by record instead of by id.</summary>
/// <remarks>Each calls the method of the same name with the record's id, and throws what that one throws. The record itself is not changed: its successor comes with <see cref="INestClient.Updates"/>.</remarks>
public static class NestCameraCommandExtensions
{
    /// <inheritdoc cref="ICameraCommands.SetStreamingAsync"/>
    /// <param name="commands">The client's <see cref="INestClient.Cameras"/>.</param>
    /// <param name="camera">The camera.</param>
    /// <param name="isStreaming">True switches it on.</param>
    /// <param name="options">Checks, dry run and confirmation.</param>
    /// <param name="cancellationToken">Ends the call.</param>
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
        return camera.DeviceId ?? throw new ArgumentException("The camera has no DeviceId. Use the overload with an id, and the key that it has in the home.", nameof(camera));
    }
}
