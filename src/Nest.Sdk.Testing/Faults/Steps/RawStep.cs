using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Sends raw bytes.</summary>
internal sealed class RawStep(byte[] bytes) : FaultStep($"{bytes.Length} raw bytes")
{
    public override Task PlayAsync(FaultedCall call) => call.SendRawAsync(bytes);

    public override Task PlayAsync(StreamPump stream, Task lifted) => stream.WriteAsync(bytes, "raw bytes");
}
