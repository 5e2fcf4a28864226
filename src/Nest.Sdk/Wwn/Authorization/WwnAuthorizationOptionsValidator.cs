using Microsoft.Extensions.Options;
using Nest.Sdk.Http;

namespace Nest.Sdk.Wwn.Authorization;

/// <summary>
/// Validates the options. Every message states the value and the fix. Each method checks its own requirements, because
/// revoking needs no client.
/// </summary>
internal sealed class WwnAuthorizationOptionsValidator : IValidateOptions<WwnAuthorizationOptions>
{
    private const string Advice = "client id, state and secret are added automatically";

    public ValidateOptionsResult Validate(string? name, WwnAuthorizationOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(WwnAuthorizationOptions options) =>
    [
        .. ClientId(options.ClientId),
        .. Redirect(options.RedirectUri),
        .. SettingRules.Endpoint(nameof(options.AuthorizationEndpoint), options.AuthorizationEndpoint, "https://home.nest.com/login/oauth2", Advice),
        .. SettingRules.Endpoint(nameof(options.TokenEndpoint), options.TokenEndpoint, "https://api.home.nest.com/oauth2/access_token", Advice),
        .. SettingRules.Positive(nameof(options.ConnectTimeout), options.ConnectTimeout),
        .. SettingRules.Positive(nameof(options.ResponseTimeout), options.ResponseTimeout),
    ];

    private static IEnumerable<string> ClientId(string? id)
    {
        if (id is not null && (string.IsNullOrWhiteSpace(id) || id.Any(char.IsControl)))
            yield return "ClientId is blank or contains control characters. Copy it again from the developer console.";
    }

    private static IEnumerable<string> Redirect(Uri? redirect) => redirect is null
        ? []
        : SettingRules.Endpoint(nameof(WwnAuthorizationOptions.RedirectUri), redirect, "http://localhost:7777/nest", "Nest allows no parameters in a registered redirect URI");
}
