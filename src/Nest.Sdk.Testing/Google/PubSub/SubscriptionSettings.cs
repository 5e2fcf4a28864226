using System.Globalization;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Google.PubSub;

/// <summary>
/// The settings of a subscription. Those that the fake does not act on are kept and shown. See
/// docs/protocol/smart-device-management.md#subscription-settings.
/// </summary>
internal sealed record SubscriptionSettings
{
    private const string DeadlineMember = "ackDeadlineSeconds";
    private const string RetentionMember = "messageRetentionDuration";
    private const string ExpirationMember = "expirationPolicy";

    private static readonly string[] Own = [DeadlineMember, RetentionMember, ExpirationMember, "name", "topic", "state", "detached"];

    public TimeSpan AckDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a message is kept.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The idle time after which the subscription is deleted. Null for never.</summary>
    public TimeSpan? ExpiresAfter { get; init; } = TimeSpan.FromDays(31);

    /// <summary>Everything else that was set.</summary>
    public JsonObject Other { get; init; } = [];

    /// <summary>Reads the settings of a new subscription. A message says what is invalid.</summary>
    public static (SubscriptionSettings? Settings, string? Mistake) Read(JsonObject json) => new SubscriptionSettings().With(json, [.. json.Select(member => member.Key)]);

    /// <summary>Changes some settings. A message says what is invalid.</summary>
    /// <param name="json">The subscription as the client wrote it.</param>
    /// <param name="members">The members to change. One that the JSON lacks gets its default.</param>
    public (SubscriptionSettings? Settings, string? Mistake) With(JsonObject json, IReadOnlyCollection<string> members)
    {
        var (next, defaults) = (this with { Other = (JsonObject)Other.DeepClone() }, new SubscriptionSettings());
        foreach (var member in members)
        {
            var value = json[member];
            switch (member)
            {
                case DeadlineMember:
                    var seconds = PubSubJson.Integer(value) ?? 0;
                    if (seconds is not (0 or (>= 10 and <= 600)))
                        return (null, $"Invalid ack deadline given (ack_deadline_seconds={seconds}). The ack deadline must be between 10 and 600 seconds.");
                    next = next with { AckDeadline = seconds == 0 ? defaults.AckDeadline : TimeSpan.FromSeconds(seconds) };
                    break;
                case RetentionMember:
                    var retention = value is null ? defaults.Retention : PubSubJson.Duration(value);
                    if (!(retention >= TimeSpan.FromMinutes(10) && retention <= TimeSpan.FromDays(31)))
                        return (null, "Invalid message retention duration given. It must be between 10 minutes and 31 days.");
                    next = next with { Retention = retention.Value };
                    break;
                case ExpirationMember:
                    var ttl = value is null ? defaults.ExpiresAfter : PubSubJson.Duration(value.Child("ttl"));
                    if (ttl < TimeSpan.FromDays(1) || (ttl is null && value.Child("ttl") is not null))
                        return (null, "Invalid expiration policy given. The ttl must be at least 1 day.");
                    next = next with { ExpiresAfter = ttl };
                    break;
                case var other when !Own.Contains(other, StringComparer.Ordinal):
                    next.Other[other] = value?.DeepClone();
                    break;
            }
        }

        return (next, null);
    }

    /// <summary>Returns the settings as Google writes them.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            [DeadlineMember] = (int)AckDeadline.TotalSeconds,
            [RetentionMember] = Seconds(Retention),
            [ExpirationMember] = ExpiresAfter is { } ttl ? new JsonObject { ["ttl"] = Seconds(ttl) } : new JsonObject(),
        };
        foreach (var (name, value) in Other)
            json[name] = value?.DeepClone();

        return json;
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#########}s");
}
