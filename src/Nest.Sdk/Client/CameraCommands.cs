using Nest.Sdk.Providers;

namespace Nest.Sdk.Client;

internal sealed class CameraCommands(Func<WriteIntent, NestWriteOptions?, CancellationToken, Task<NestWriteResult>> send) : ICameraCommands
{
    public Task<NestWriteResult> SetStreamingAsync(string deviceId, bool isStreaming, NestWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        send(new CameraIntent(deviceId, isStreaming), options, cancellationToken);
}
