using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Sdm;

namespace Nest.Sdk.Cli.Settings;

/// <summary>
/// The settings of Google's devices: options take precedence over the environment, and both over the values stored with
/// the account.
/// </summary>
internal sealed class GoogleSettings
{
    public const string ProjectVariable = "NEST_SDM_PROJECT";
    public const string SubscriptionVariable = "NEST_SDM_SUBSCRIPTION";
    public const string EndpointVariable = "NEST_SDM_ENDPOINT";
    public const string PubSubEndpointVariable = "NEST_PUBSUB_ENDPOINT";
    public const string PollVariable = "NEST_POLL";

    private GoogleSettings()
    {
    }

    /// <summary>The settings that both backends share, the token endpoint and the OAuth client among them.</summary>
    public required ToolSettings Tool { get; init; }

    /// <summary>The stored token of the account. Null when it is missing, or not of Google's devices.</summary>
    public NestToken? Kept { get; private init; }

    /// <summary>The project that an option or the environment names. Null when neither does.</summary>
    public NamedText? NamedProject { get; private init; }

    /// <summary>The address of the API that an option or the environment names. Null when neither does.</summary>
    public NamedAddress? Endpoint { get; private init; }

    /// <summary>
    /// The refresh token of the environment. Null when the environment has none, or the user named an account.
    /// </summary>
    public RefreshToken? RefreshToken { get; private init; }

    public string? Project => NamedProject?.Text ?? Kept?.ProjectId;

    /// <summary>The subscription that an option or the environment names. Null when neither does.</summary>
    public NamedText? NamedSubscription { get; private init; }

    /// <summary>The subscription. Null when it is not set.</summary>
    public string? Subscription => NamedSubscription?.Text ?? Kept?.Subscription;

    /// <summary>The address of Pub/Sub that an option or the environment names. Null when neither does.</summary>
    public NamedAddress? PubSubEndpoint { get; private init; }

    public TimeSpan Poll { get; private init; }

    /// <summary>
    /// The key file of a service account for Pub/Sub, with which the user's token needs no scope for it. Null when it is not
    /// set.
    /// </summary>
    public NamedText? ServiceAccount { get; private init; }

    /// <summary>What an authorization asks for.</summary>
    public IReadOnlyList<string> Scopes => Subscription is null || ServiceAccount is not null ? [SdmScopes.Service] : [SdmScopes.Service, SdmScopes.PubSub];

    /// <summary>The address of the API of an account without a stored one.</summary>
    public static Uri DefaultEndpoint => new SdmOptions().Endpoint;

    /// <summary>The token endpoint of an account without a stored one.</summary>
    public static Uri DefaultTokenEndpoint => new SdmOptions().TokenEndpoint;

    /// <summary>The address of Pub/Sub when nothing names one.</summary>
    public static Uri DefaultPubSubEndpoint => new SdmOptions().PubSubEndpoint;

    /// <summary>Whether an option or the environment names a project.</summary>
    public static bool HasProject(ParseResult parse) => Named(parse, GlobalOptions.Project, ProjectVariable) is not null;

    /// <param name="parse">The command line.</param>
    /// <param name="tool">The settings that both backends share.</param>
    /// <param name="kept">The stored token of the account. Null when it is missing or not used.</param>
    /// <param name="session">Gets the names of the settings, for messages.</param>
    /// <exception cref="UsageException">A value is invalid.</exception>
    public static GoogleSettings Read(ParseResult parse, ToolSettings tool, NestToken? kept, ToolSession session)
    {
        kept = kept is not null && KeptToken.BackendOf(kept) == NestBackend.Sdm ? kept : null;
        var google = new GoogleSettings
        {
            Tool = tool,
            Kept = kept,
            NamedProject = Named(parse, GlobalOptions.Project, ProjectVariable),
            Endpoint = ToolSettings.Named(parse, GlobalOptions.SdmEndpoint, EndpointVariable),
            RefreshToken = tool.IsAccountGiven ? null : ToolSettings.RefreshTokenOfEnvironment(),
            NamedSubscription = Named(parse, GlobalOptions.Subscription, SubscriptionVariable),
            PubSubEndpoint = ToolSettings.Named(parse, GlobalOptions.PubSubEndpoint, PubSubEndpointVariable),
            Poll = parse.GetValue(GlobalOptions.Poll) ?? PollText.Parse(PollVariable, ToolSettings.Variable(PollVariable)) ?? new SdmOptions().PollInterval,
            ServiceAccount = ServiceAccountFile.Find(),
        };
        session.Names = SettingNames.Of(google);
        return google;
    }

    /// <exception cref="UsageException">No project is set.</exception>
    public string RequireProject() => Project
        ?? throw new UsageException($"{ProjectVariable} is not set. Set it to the project id of the Device Access Console (https://console.nest.google.com/device-access), a UUID.");

    /// <exception cref="UsageException">The id or the secret of the OAuth client is not set.</exception>
    public void RequireClient()
    {
        if (Tool.ClientId is null)
            throw Missing(ToolSettings.ClientIdVariable, "id");
        if (Tool.ClientSecret is null)
            throw Missing(ToolSettings.ClientSecretVariable, "secret");
    }

    /// <exception cref="UsageException">The id of the OAuth client is not set.</exception>
    public string RequireClientId() => Tool.ClientId ?? throw Missing(ToolSettings.ClientIdVariable, "id");

    /// <summary>The address of the API: the named one, else that of the account.</summary>
    public NamedAddress EndpointInUse() => InUse(Endpoint, KeptToken.GoogleEndpointOf(Kept), $"The stored address of the account '{Tool.Account}'");

    /// <summary>The token endpoint: the named one, else that of the account.</summary>
    public NamedAddress TokenEndpointInUse() => InUse(Tool.TokenEndpoint, KeptToken.GoogleTokenEndpointOf(Kept), $"The stored token endpoint of the account '{Tool.Account}'");

    private static NamedAddress InUse(NamedAddress? named, Uri stored, string source)
    {
        var address = named ?? new NamedAddress(source, stored);
        EndpointRule.ThrowIfInvalid(address.Source, address.Uri);
        return address;
    }

    private static NamedText? Named(ParseResult parse, Option<string?> option, string variable) =>
        parse.GetValue(option)?.Trim() is { } given ? new NamedText(option.Name, given)
        : ToolSettings.Variable(variable) is { } set ? new NamedText(variable, set)
        : null;

    private static UsageException Missing(string variable, string what) =>
        new($"{variable} is not set. Set it to the {what} of the OAuth client that the Device Access project uses: that of the Google Cloud console, or the one that 'nest fake --backend sdm' prints.");
}
