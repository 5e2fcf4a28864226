namespace Nest.Sdk.Cli.Settings;

/// <summary>
/// What the library's options are called on the command line and in the environment, so that its messages name what
/// this user can set.
/// </summary>
internal static class SettingNames
{
    /// <param name="google">The settings.</param>
    /// <returns>Names of the library, the longer ones first, and ours.</returns>
    public static IReadOnlyList<(string Option, string Setting)> Of(GoogleSettings google) =>
    [
        ("Sdm.ProjectId", google.NamedProject?.Source ?? GoogleSettings.ProjectVariable),
        ("Sdm.Subscription", google.NamedSubscription?.Source ?? GoogleSettings.SubscriptionVariable),
        ("Sdm.PollInterval", GoogleSettings.PollVariable),
        ("Sdm.PubSubTokenSource", ServiceAccountFile.Variable),
        ("Sdm.PubSubEndpoint", google.PubSubEndpoint?.Source ?? GoogleSettings.PubSubEndpointVariable),
        ("Sdm.TokenEndpoint", TokenEndpoint(google)),
        ("Sdm.Endpoint", google.Endpoint?.Source ?? GoogleSettings.EndpointVariable),
        ("Sdm.ClientId", ToolSettings.ClientIdVariable),
        ("Sdm.ClientSecret", ToolSettings.ClientSecretVariable),
        ("Sdm.RefreshToken", ToolSettings.RefreshTokenVariable),
        ("Sdm.AccessToken", ToolSettings.TokenVariable),
        ("ProjectId", google.NamedProject?.Source ?? GoogleSettings.ProjectVariable),
        ("ClientId", ToolSettings.ClientIdVariable),
        ("ClientSecret", ToolSettings.ClientSecretVariable),
        ("RedirectUri", ProductOptions.RedirectVariable),
        ("TokenEndpoint", TokenEndpoint(google)),
        ("AuthorizationEndpoint", ProductOptions.PageVariable),
    ];

    private static string TokenEndpoint(GoogleSettings google) => google.Tool.TokenEndpoint?.Source ?? ToolSettings.TokenEndpointVariable;
}
