using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Sdm.Events;

namespace Nest.Sdk.Benchmarks.Google;

/// <summary>Reads the same messages and does nothing with them.</summary>
internal sealed class DecodeWork : Work
{
    private readonly GoogleMessages _messages = new(0);

    protected override void Do(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            if (SdmMessageReader.TryRead(_messages.Pull().Messages[0].Data, out _) is not null)
                throw new InvalidOperationException("A message cannot be read.");
        }
    }
}
