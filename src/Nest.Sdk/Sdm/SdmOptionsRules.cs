using Nest.Sdk.Http;
using Nest.Sdk.Sdm.Authorization;
using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Sdm;

/// <summary>Validates the options of Google's SDM.</summary>
internal static class SdmOptionsRules
{
    private static readonly TimeSpan ShortestPull = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ShortestRelist = TimeSpan.FromMinutes(5);

    public static IEnumerable<string> Failures(SdmOptions options) =>
    [
        .. Project(options.ProjectId?.Trim()),
        .. Subscription(options.Subscription),
        .. Tokens(options),
        .. SettingRules.Endpoint("Sdm.Endpoint", options.Endpoint, "https://smartdevicemanagement.googleapis.com/", "the project goes into Sdm.ProjectId"),
        .. SettingRules.Endpoint("Sdm.TokenEndpoint", options.TokenEndpoint, "https://oauth2.googleapis.com/token", "the client goes into Sdm.ClientId and Sdm.ClientSecret"),
        .. SettingRules.Endpoint("Sdm.PubSubEndpoint", options.PubSubEndpoint, "https://pubsub.googleapis.com/", "the subscription goes into Sdm.Subscription"),
        .. Between("Sdm.PullTimeout", options.PullTimeout, ShortestPull, "Google ends a wait for messages after about 90 seconds."),
        .. Between("Sdm.PollInterval", options.PollInterval, ShortestPoll, "Google allows 5 lists a minute for each user."),
        .. Between("Sdm.RelistInterval", options.RelistInterval, ShortestRelist, "Google allows 5 lists a minute for each user."),
    ];

    private static IEnumerable<string> Project(string? project)
    {
        if (string.IsNullOrWhiteSpace(project))
            yield return "Sdm.ProjectId is not set. Set it to the project id of the Device Access Console, a UUID.";
        else if (SdmProjectIds.FlawOf(project) is { } flaw)
            yield return $"Sdm.ProjectId {flaw}";
        else if (!SdmName.IsSegment(project))
            yield return $"Sdm.ProjectId is '{project}', which contains other characters than an id. Copy the project id from the Device Access Console; it is a UUID.";
    }

    private static IEnumerable<string> Subscription(string? subscription)
    {
        if (subscription is null)
            yield break;
        if (subscription.Split('/') is not ["projects", var project, "subscriptions", var name] || !SdmName.IsSegment(project) || !SdmName.IsSegment(name))
            yield return $"Sdm.Subscription is '{subscription}', which is not the name of a subscription. Write it like projects/my-cloud-project/subscriptions/nest.{(subscription.Contains("/topics/", StringComparison.Ordinal) ? " This is a topic: create a subscription on it." : "")}";
        else if (Guid.TryParse(project, out _))
            yield return $"Sdm.Subscription is '{subscription}', whose project looks like the project of the Device Access Console. Use the id of the Google Cloud project.";
    }

    private static IEnumerable<string> Tokens(SdmOptions options)
    {
        var sources = new object?[] { options.RefreshToken, options.AccessToken, options.AccessTokenSource, options.Store }.Count(static source => source is not null);
        if (sources == 0)
            yield return "Sdm.RefreshToken is not set. Set it to the user's refresh token, or set Sdm.AccessTokenSource. Do not store the token in source code.";
        else if (sources > 1)
            yield return "Several of Sdm.RefreshToken, Sdm.AccessToken, Sdm.AccessTokenSource and Sdm.UseStore are set. Set only one of them.";
        if (options is { RefreshToken: null, Store: null })
            yield break;
        if (string.IsNullOrWhiteSpace(options.ClientId))
            yield return "Sdm.ClientId is not set. Set it to the OAuth client id that the Device Access project uses.";
        if (options.ClientSecret is null)
            yield return "Sdm.ClientSecret is not set. Set it to the secret of the OAuth client. Do not store it in source code.";
    }

    private static IEnumerable<string> Between(string name, TimeSpan value, TimeSpan least, string reason)
    {
        if (value < least || value > TimeSpan.FromDays(1))
            yield return $"{name} is {value}. Use {least} up to one day. {reason}";
    }
}
