using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Sdm;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Settings;

/// <summary>The product settings that the consent page needs, as options and in the environment.</summary>
internal sealed class ProductOptions
{
    public const string RedirectVariable = "NEST_REDIRECT_URI";
    public const string PageVariable = "NEST_AUTHORIZATION_ENDPOINT";

    private readonly Option<string?> _redirect = new("--redirect-uri") { Description = $"The redirect URI, exactly as it is registered for the product or the OAuth client. Environment: {RedirectVariable}.", HelpName = "URL" };
    private readonly Option<string?> _page = new("--authorization-endpoint") { Description = $"The consent page. Environment: {PageVariable}.", HelpName = "URL" };

    public ProductOptions(Command command)
    {
        command.Add(_redirect);
        command.Add(_page);
    }

    /// <param name="parse">The command line.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="kept">The stored token of the account. Null when there is no token.</param>
    /// <returns>The settings of the product, the client id among them.</returns>
    /// <exception cref="UsageException">The client id is missing, or a value is invalid.</exception>
    public WwnAuthorizationOptions Read(ParseResult parse, ToolSettings settings, NestToken? kept = null)
    {
        var options = Of(settings, kept);
        options.RedirectUri = Address(parse, _redirect, RedirectVariable);
        if (Address(parse, _page, PageVariable) is { } page)
            options.AuthorizationEndpoint = page;
        return options.ClientId is null ? throw Missing(ToolSettings.ClientIdVariable, "client id", options) : options;
    }

    /// <param name="parse">The command line.</param>
    /// <param name="google">The settings.</param>
    /// <param name="tokenEndpoint">Where codes are exchanged.</param>
    /// <returns>The settings of the partner page. Without a redirect URI when the user names none.</returns>
    /// <exception cref="UsageException">The project or the client id is missing, or a value is invalid.</exception>
    public SdmAuthorizationOptions Read(ParseResult parse, GoogleSettings google, Uri tokenEndpoint)
    {
        var options = new SdmAuthorizationOptions
        {
            ProjectId = google.RequireProject(),
            ClientId = google.RequireClientId(),
            ClientSecret = google.Tool.ClientSecret,
            RedirectUri = Address(parse, _redirect, RedirectVariable),
            Scopes = google.Scopes,
            TokenEndpoint = tokenEndpoint,
        };
        if (Address(parse, _page, PageVariable) is { } page)
            options.AuthorizationEndpoint = page;
        return options;
    }

    private static Uri? Address(ParseResult parse, Option<string?> option, string variable) =>
        ToolSettings.Address(option.Name, parse.GetValue(option)) ?? ToolSettings.Address(variable, ToolSettings.Variable(variable));

    /// <param name="settings">The settings.</param>
    /// <param name="kept">The stored token of the account. Null when there is no token.</param>
    /// <exception cref="UsageException">The stored token endpoint is invalid.</exception>
    public static WwnAuthorizationOptions Of(ToolSettings settings, NestToken? kept)
    {
        var endpoint = settings.TokenEndpoint?.Uri ?? KeptToken.TokenEndpointOf(kept);
        EndpointRule.ThrowIfInvalid(settings.TokenEndpoint?.Source ?? $"The stored token endpoint of the account '{settings.Account}'", endpoint);
        return new() { ClientId = settings.ClientId, ClientSecret = settings.ClientSecret, TokenEndpoint = endpoint };
    }

    public static UsageException Missing(string variable, string what, WwnAuthorizationOptions options)
    {
        var gone = NestServers.Advice(options.AuthorizationEndpoint, options.TokenEndpoint) is { } servers ? $" {servers}" : "";
        return new($"{variable} is not set. Set it to the product's {what}: that of the developer console, or the one that 'nest fake' prints.{gone}");
    }
}
