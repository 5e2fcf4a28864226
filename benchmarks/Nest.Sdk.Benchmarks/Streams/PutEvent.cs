using Nest.Sdk.Benchmarks.Homes;

namespace Nest.Sdk.Benchmarks.Streams;

/// <summary>The event with a whole home, byte by byte as the server sends it.</summary>
internal static class PutEvent
{
    public static byte[] Of(byte[] home) => [.. "event: put\ndata: {\"path\":\"/\",\"data\":"u8, .. home, .. "}\n\n"u8];

    /// <summary>The alternating versions.</summary>
    public static EventFeed Feed(HomePair pair) => new(Of(pair.Old), Of(pair.Next));
}
