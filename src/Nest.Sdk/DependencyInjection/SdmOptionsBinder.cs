using Microsoft.Extensions.Configuration;
using Nest.Sdk.Sdm;
using static Nest.Sdk.DependencyInjection.ConfigurationEntries;

namespace Nest.Sdk.DependencyInjection;

/// <summary>Reads the options of Google's SDM from the section <c>Sdm</c> of a client's configuration.</summary>
internal static class SdmOptionsBinder
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Sdm";

    /// <summary>The keys. Also used to report a key that is outside the section.</summary>
    public static readonly string[] Keys =
    [
        nameof(SdmOptions.ProjectId), nameof(SdmOptions.Subscription), nameof(SdmOptions.ClientId), nameof(SdmOptions.ClientSecret), nameof(SdmOptions.RefreshToken),
        nameof(SdmOptions.AccessToken), nameof(SdmOptions.Endpoint), nameof(SdmOptions.TokenEndpoint), nameof(SdmOptions.PollInterval), nameof(SdmOptions.RelistInterval),
        nameof(SdmOptions.PubSubEndpoint), nameof(SdmOptions.PullTimeout), nameof(SdmOptions.OwnsSubscription), nameof(SdmOptions.SkipsBacklog),
        nameof(SdmOptions.AcknowledgesAfterDelivery),
    ];

    /// <returns>The errors in the section. Null when everything was set.</returns>
    public static string? Bind(IConfigurationSection section, NestClientOptions options)
    {
        string? failure = null;
        options.UseSdm(sdm => failure = Inner(section, entry => Set(entry, sdm)));
        return failure;
    }

    private static string? Set(IConfigurationSection entry, SdmOptions options) => entry.Key.ToUpperInvariant() switch
    {
        "PROJECTID" => Done(() => options.ProjectId = entry.Value),
        "SUBSCRIPTION" => Done(() => options.Subscription = entry.Value),
        "CLIENTID" => Done(() => options.ClientId = entry.Value),
        "CLIENTSECRET" => ClientSecret.TryParse(entry.Value, out var secret) ? Done(() => options.ClientSecret = secret) : Secret(entry, "secret"),
        "REFRESHTOKEN" => RefreshToken.TryParse(entry.Value, out var token) ? Done(() => options.RefreshToken = token) : Secret(entry, "token"),
        "ACCESSTOKEN" => AccessToken.TryParse(entry.Value, out var token) ? Done(() => options.AccessToken = token) : Secret(entry, "token"),
        "ENDPOINT" => Address(entry, value => options.Endpoint = value, "https://smartdevicemanagement.googleapis.com/"),
        "TOKENENDPOINT" => Address(entry, value => options.TokenEndpoint = value, "https://oauth2.googleapis.com/token"),
        "PUBSUBENDPOINT" => Address(entry, value => options.PubSubEndpoint = value, "https://pubsub.googleapis.com/"),
        "PULLTIMEOUT" => Duration(entry, value => options.PullTimeout = value),
        "OWNSSUBSCRIPTION" => Flag(entry, value => options.OwnsSubscription = value),
        "ACKNOWLEDGESAFTERDELIVERY" => Flag(entry, value => options.AcknowledgesAfterDelivery = value),
        "SKIPSBACKLOG" => Flag(entry, value => options.SkipsBacklog = value),
        "POLLINTERVAL" => Duration(entry, value => options.PollInterval = value),
        "RELISTINTERVAL" => Duration(entry, value => options.RelistInterval = value),
        _ => Unknown<SdmOptions>(entry),
    };

    private static string Secret(IConfigurationSection entry, string what) => $"{entry.Path} {SecretFlaws.Of(entry.Value) ?? $"is blank or contains invalid characters. Copy the whole {what} again."}";
}
