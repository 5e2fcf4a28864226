using System.Text.Json;
using Nest.Sdk.Benchmarks.Measuring;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>Walks over all tokens and creates nothing.</summary>
internal sealed class Tokenise(byte[] document) : Work
{
    protected override void Do(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            var reader = new Utf8JsonReader(document);
            var count = 0;
            while (reader.Read())
                count++;
            if (count == 0)
                throw new InvalidOperationException("A document has no tokens.");
        }
    }
}
