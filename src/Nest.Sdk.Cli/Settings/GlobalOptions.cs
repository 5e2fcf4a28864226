using System.CommandLine;
using Nest.Sdk.Cli.Values;

namespace Nest.Sdk.Cli.Settings;

/// <summary>The options that every command takes.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string?> Backend = new Option<string?>("--backend") { Description = $"The service: wwn (Works with Nest) or sdm (Google). Default: the one that the account was authorized for, else sdm if {GoogleSettings.ProjectVariable} is set, else wwn. Environment: {BackendChoice.Variable}.", HelpName = "wwn|sdm", Recursive = true }.OnlyOf("wwn", "sdm");

    public static readonly Option<string?> Endpoint = new("--endpoint") { Description = "wwn: the entry endpoint of the Nest service: https, or http to this machine. Default: the endpoint of the account. Environment: NEST_ENDPOINT.", HelpName = "URL", Recursive = true };

    public static readonly Option<string?> TokenEndpoint = new("--token-endpoint") { Description = "The endpoint that exchanges PINs and codes for tokens. Environment: NEST_TOKEN_ENDPOINT.", HelpName = "URL", Recursive = true };

    public static readonly Option<string?> Project = new("--project") { Description = $"sdm: the project id of the Device Access Console, a UUID. Default: the project of the account. Environment: {GoogleSettings.ProjectVariable}.", HelpName = "ID", Recursive = true };

    public static readonly Option<string?> Subscription = new("--subscription") { Description = $"sdm: the Pub/Sub subscription, projects/CLOUD-PROJECT/subscriptions/NAME. Default: the subscription of the account; without one the home is polled. Environment: {GoogleSettings.SubscriptionVariable}.", HelpName = "NAME", Recursive = true };

    public static readonly Option<string?> SdmEndpoint = new("--sdm-endpoint") { Description = $"sdm: the address of the API: https, or http to this machine. Default: the address of the account. Environment: {GoogleSettings.EndpointVariable}.", HelpName = "URL", Recursive = true };

    public static readonly Option<string?> PubSubEndpoint = new("--pubsub-endpoint") { Description = $"sdm: the address of Pub/Sub: https, or http to this machine. Environment: {GoogleSettings.PubSubEndpointVariable}.", HelpName = "URL", Recursive = true };

    public static readonly Option<TimeSpan?> Poll = PollText.Option($"sdm: how often the devices are listed without a subscription, or while it cannot be read, 15s or more. [default: 60s] Environment: {GoogleSettings.PollVariable}.");

    public static readonly Option<string?> Account = new("--account") { Description = "The account whose stored token is used. Takes precedence over tokens of the environment. [default: default]", HelpName = "NAME", Recursive = true };

    public static readonly Option<bool> Json = new("--json") { Description = "Write machine-readable output, and nothing else, to standard output.", Recursive = true };

    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Write the log, and the stack trace of a failure, to standard error.", Recursive = true };

    public static IEnumerable<Option> All => [Backend, Account, Project, Subscription, Poll, Endpoint, TokenEndpoint, SdmEndpoint, PubSubEndpoint, Json, Verbose];

    /// <summary>The options about a home, which commands without one do not need.</summary>
    public static IEnumerable<Option> OfHomes => [Backend, Account, Project, Subscription, Poll, Endpoint, TokenEndpoint, SdmEndpoint, PubSubEndpoint];
}
