using System.Globalization;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Google.PubSub;

/// <summary>A message as a pull returns it.</summary>
internal sealed record Pulled(JsonObject Received)
{
    public string AckId => Received["ackId"]!.ToString();

    public string MessageId => Received["message"]!["messageId"]!.ToString();

    public string Data => Received["message"]!["data"]!.ToString();

    public DateTimeOffset PublishTime => Moment(Received["message"]!["publishTime"]);

    public JsonObject Content => (JsonObject)JsonNode.Parse(Convert.FromBase64String(Data))!;

    public string EventId => Content["eventId"]!.ToString();

    public DateTimeOffset Timestamp => Moment(Content["timestamp"]);

    public JsonObject? Traits => Content["resourceUpdate"]?["traits"] as JsonObject;

    public JsonObject? Events => Content["resourceUpdate"]?["events"] as JsonObject;

    public JsonObject? Relation => Content["relationUpdate"] as JsonObject;

    private static DateTimeOffset Moment(JsonNode? text) => DateTimeOffset.Parse(text!.ToString(), CultureInfo.InvariantCulture);
}
