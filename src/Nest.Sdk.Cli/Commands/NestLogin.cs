using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Commands;

/// <summary>The login at Works with Nest: a PIN, or the code that the browser brings.</summary>
internal static class NestLogin
{
    public static async Task<int> RunAsync(ParseResult parse, ToolSettings settings, ProductOptions product, string? pin, LoginStore account, FileTokenStore store, ToolSession session, CancellationToken cancellationToken)
    {
        // An account of Google has no endpoints of Works with Nest.
        var before = account.Kept is { } kept && KeptToken.BackendOf(kept) == NestBackend.Wwn ? kept : null;
        var endpoint = settings.Endpoint?.Uri ?? KeptToken.EndpointOf(before);
        // The stored token endpoint belongs to the stored origin only.
        var options = product.Read(parse, settings, KeptToken.IsSame(endpoint, KeptToken.EndpointOf(before)) ? before : null);
        if (options.ClientSecret is null)
            throw ProductOptions.Missing(ToolSettings.ClientSecretVariable, "client secret", options);
        // An endpoint that no command can use must not use up a PIN.
        EndpointRule.ThrowIfInvalid($"The stored endpoint of the account '{settings.Account}'", endpoint);
        // The consent page too: a refused PIN sends the user there for a new one.
        session.Advice = NestServers.Advice(options.TokenEndpoint, options.AuthorizationEndpoint);
        using var authorization = new WwnAuthorization(options, loggerFactory: session.IsVerbose ? new ErrorOutputLog(session.Error) : null);
        var token = await ExchangeAsync(authorization, options, pin, session, cancellationToken);
        session.Mask.Add(token.AccessToken);
        token = token with { Endpoint = endpoint, TokenEndpoint = options.TokenEndpoint };
        await account.SaveAsync(token, () => authorization.RevokeAsync(token.AccessToken!, CancellationToken.None), session);
        Tell(session, settings.Account, token, store);
        return ExitCodes.Done;
    }

    private static async Task<NestToken> ExchangeAsync(WwnAuthorization authorization, WwnAuthorizationOptions options, string? pin, ToolSession session, CancellationToken cancellationToken)
    {
        if (pin is null && options.RedirectUri is { IsLoopback: true } redirect && redirect.Scheme == Uri.UriSchemeHttp)
            return await authorization.AuthorizeInBrowserAsync(new NestBrowserOptions { OpenPage = (page, stop) => BrowserPage.OpenAsync(page, Gone(options), session, stop) }, cancellationToken);

        if (pin is null)
        {
            var page = authorization.CreateAuthorizationUri(WwnAuthorization.CreateState()).AbsoluteUri;
            pin = await new PinPrompt("PIN", "No PIN was typed. Give it with --pin, or on standard input.").AskAsync(session.Error, $"Open {page} and consent.{Gone(options)}", cancellationToken);
        }

        pin = pin.Trim();
        session.Mask.Add(pin);
        if (!AuthorizationCode.TryParse(pin, out var code) || pin is ['"' or '\'', ..] or [.., '"' or '\'' or ';' or ','])
            throw new UsageException("The PIN is invalid. Give only the letters and digits that the page shows, without quotation marks.");
        return await authorization.ExchangePinAsync(code, cancellationToken);
    }

    /// <summary>Shown before the user waits for a page that does not load.</summary>
    private static string Gone(WwnAuthorizationOptions options) => NestServers.Advice(options.AuthorizationEndpoint, options.TokenEndpoint) is { } gone ? $" {gone}" : "";

    private static void Tell(ToolSession session, string account, NestToken token, FileTokenStore store)
    {
        if (!session.IsJson)
        {
            session.Out.WriteLine(PlainText.OneLine($"The token of the account '{account}' is kept in {store}."));
            return;
        }

        session.Out.WriteLine(JsonText.Line(json =>
        {
            json.WriteStartObject();
            json.WriteString("account", account);
            json.WriteString("folder", store.ToString());
            if (token.ExpiresAt is { } end)
                json.WriteString("expiresAt", JsonText.Time(end));
            json.WriteEndObject();
        }));
    }
}
