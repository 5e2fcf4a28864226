using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Nest.Sdk.Sdm.PubSub;

namespace Nest.Sdk.Benchmarks.Google;

/// <summary>
/// Responses of a pull with one message each: the ambient temperature of a thermostat. Every message has an id, a time and
/// a value of its own, patched into the text.
/// </summary>
internal sealed class GoogleMessages
{
    private readonly byte[] _data;
    private readonly byte[] _response;
    private readonly byte[] _decoded;
    private readonly int _start;
    private readonly int _id;
    private readonly int _time;
    private readonly int _value;
    private readonly DateTimeOffset _begun = DateTimeOffset.UtcNow;
    private int _count;

    /// <param name="home">The number of the home.</param>
    public GoogleMessages(int home)
    {
        var device = GoogleHome.Middle(home);
        var text = $$"""{"eventId":"00000000-0001-4000-8000-{{home.ToString("000000000000", CultureInfo.InvariantCulture)}}","timestamp":"2026-12-01T00:00:00.000Z","resourceUpdate":{"name":"{{device}}","traits":{"sdm.devices.traits.Temperature":{"ambientTemperatureCelsius":21.00} } },"userId":"{{GoogleHome.User(home)}}","resourceGroup":["{{device}}"]}""";
        _data = Encoding.UTF8.GetBytes(text);
        _id = text.IndexOf("00000000-", StringComparison.Ordinal);
        _time = text.IndexOf("2026-", StringComparison.Ordinal);
        _value = text.IndexOf("21.00", StringComparison.Ordinal);
        const string Before = """
            {"receivedMessages":[{"ackId":"RFAGFixdRkhRNxkIaFEOT14jPzUgKEUQBggUBXx9cV9bdVpSGgdRDRlyfGAha1sXAwVGAnxVWRsNem1cVzgQkPTWy7zKTGpVlJ2kpePwmQ","message":{"data":"
            """;
        const string After = "\",\"messageId\":\"8129083049283749\",\"publishTime\":\"2026-12-01T00:00:00.100Z\"}}]}";
        _response = Encoding.UTF8.GetBytes(Before + Convert.ToBase64String(_data) + After);
        _decoded = new byte[_response.Length];
        _start = Before.Length;
    }

    /// <summary>Makes the next response. Its memory is used again for the one after it.</summary>
    public Memory<byte> Next()
    {
        _count++;
        _count.TryFormat(_data.AsSpan(_id, 8), out _, "x8", CultureInfo.InvariantCulture);
        _begun.AddMilliseconds(_count).UtcDateTime.TryFormat(_data.AsSpan(_time, 23), out _, "yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
        _data[_value + 3] = (byte)('1' + (_count % 9));
        Base64.EncodeToUtf8(_data, _response.AsSpan(_start), out _, out _);
        // Decoding changes it.
        _response.CopyTo(_decoded, 0);
        return _decoded;
    }

    /// <summary>Makes the next response and reads it.</summary>
    public PulledBatch Pull() => new(PullResponse.Read(Next()), TimeSpan.Zero);
}
