using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Sdm.Events;

namespace Nest.Sdk.Benchmarks.Google;

/// <summary>
/// The same with a tree: the value is set in a <see cref="JsonNode"/>, which is written for each message, and compared and
/// published like ours.
/// </summary>
internal sealed class NodeWork : Work
{
    private readonly GoogleMessages _messages = new(0);
    private readonly GateSink _sink;
    private readonly JsonNode _kept;
    private readonly bool _isKept;
    private readonly string _id;

    /// <param name="home">The home, whose document the tree is made of.</param>
    /// <param name="isKept">Whether the tree is kept. Otherwise it is parsed for each message.</param>
    public NodeWork(FollowedHome home, bool isKept)
    {
        (_isKept, _sink) = (isKept, new GateSink());
        var document = home.Sink.Last()!;
        _sink.Accept(document);
        _kept = JsonNode.Parse(document)!;
        _id = GoogleHome.Middle(0).Split('/')[^1];
    }

    protected override void Do(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            if (SdmMessageReader.TryRead(_messages.Pull().Messages[0].Data, out var message) is not null)
                throw new InvalidOperationException("A message cannot be read.");
            using var traits = JsonDocument.Parse(message.Traits);
            var value = traits.RootElement.GetProperty("sdm.devices.traits.Temperature").GetProperty("ambientTemperatureCelsius").GetDecimal();
            var home = _isKept ? _kept : JsonNode.Parse(_sink.Last()!)!;
            home["devices"]!["thermostats"]![_id]!["ambient_temperature_c"] = value;
            _sink.Accept(Encoding.UTF8.GetBytes(home.ToJsonString()));
        }
    }
}
