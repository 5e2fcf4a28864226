using Microsoft.Extensions.Options;
using Nest.Sdk.Http;

namespace Nest.Sdk.Sdm.Authorization;

/// <summary>
/// Validates the options. Every message states the value and the fix. Each method checks its own requirements, because
/// revoking needs no client.
/// </summary>
internal sealed class SdmAuthorizationOptionsValidator : IValidateOptions<SdmAuthorizationOptions>
{
    private const string Advice = "project, client, state and secret are added automatically";

    public ValidateOptionsResult Validate(string? name, SdmAuthorizationOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(SdmAuthorizationOptions options) =>
    [
        .. Project(options.ProjectId),
        .. ClientId(options.ClientId),
        .. Redirect(options.RedirectUri),
        .. SdmScopeRules.Failures(options.Scopes),
        .. SettingRules.Endpoint(nameof(options.AuthorizationEndpoint), options.AuthorizationEndpoint, "https://nestservices.google.com/partnerconnections/", Advice),
        .. SettingRules.Endpoint(nameof(options.TokenEndpoint), options.TokenEndpoint, "https://oauth2.googleapis.com/token", Advice),
        .. SettingRules.Positive(nameof(options.ConnectTimeout), options.ConnectTimeout),
        .. SettingRules.Positive(nameof(options.ResponseTimeout), options.ResponseTimeout),
    ];

    private static IEnumerable<string> Project(string? id)
    {
        if (id is not null && SdmProjectIds.FlawOf(id.Trim()) is { } flaw)
            yield return $"{nameof(SdmAuthorizationOptions.ProjectId)} {flaw}";
    }

    private static IEnumerable<string> ClientId(string? id)
    {
        if (id is not null && (string.IsNullOrWhiteSpace(id) || id.Any(char.IsControl)))
            yield return "ClientId is blank or contains control characters. Copy it again from the Google Cloud console.";
    }

    private static IEnumerable<string> Redirect(Uri? redirect) => redirect switch
    {
        null => [],
        _ when redirect.OriginalString is "oob" || redirect.OriginalString.StartsWith("urn:ietf:wg:oauth:", StringComparison.OrdinalIgnoreCase) =>
            [$"RedirectUri is '{redirect.OriginalString}', which Google blocked for all clients on 2023-01-31. Register and set http://127.0.0.1:PORT/ or https://www.google.com."],
        _ => SettingRules.Endpoint(nameof(SdmAuthorizationOptions.RedirectUri), redirect, "http://127.0.0.1:7777/", "set it to exactly the URI that is registered for the OAuth client"),
    };
}
