using Nest.Sdk.Http;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>Validates the options of a service account, and the token endpoint, which may come from the key file.</summary>
internal static class ServiceAccountRules
{
    public static IEnumerable<string> Failures(ServiceAccountOptions options, Uri tokenEndpoint) =>
    [
        .. SettingRules.Endpoint(options.TokenEndpoint is null ? "The token_uri of the key file" : nameof(options.TokenEndpoint), tokenEndpoint, "https://oauth2.googleapis.com/token", "scopes and secrets are added automatically"),
        .. SdmScopeRules.Failures(options.Scopes),
        .. SettingRules.Positive(nameof(options.ConnectTimeout), options.ConnectTimeout),
        .. SettingRules.Positive(nameof(options.ResponseTimeout), options.ResponseTimeout),
    ];
}
