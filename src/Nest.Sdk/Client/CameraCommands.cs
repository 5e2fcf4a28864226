using Nest.Sdk.Providers;

namespace Nest.Sdk.Client;

internal sealed class CameraCommands(Func<NestWrite, CancellationToken, Task> send) : ICameraCommands
{
    public Task SetStreamingAsync(string deviceId, bool isStreaming, CancellationToken cancellationToken = default) =>
        send(WriteBody.To("/devices/cameras", deviceId, json => json.WriteBoolean("is_streaming", isStreaming)), cancellationToken);
}
