using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Commands;

/// <summary>
/// <c>nest auth login</c>: exchanges a PIN, or the code that the browser brings, for a token and stores it.
/// </summary>
internal sealed class AuthLoginCommand : ToolCommand
{
    private readonly Option<string?> _pin = new("--pin") { Description = "The PIN of the consent page; asked for when omitted.", HelpName = "PIN" };
    private readonly ProductOptions _product;

    public AuthLoginCommand()
        : base(
            "login",
            "Exchange a PIN for a token and store it. With a redirect URI on this machine the browser is opened instead. NEST_CLIENT_ID and NEST_CLIENT_SECRET must be set.",
            "nest auth login",
            "nest auth login --pin ABCD1234 --account cabin",
            "nest auth login --redirect-uri http://localhost:7777/nest")
    {
        Add(_pin);
        _product = new ProductOptions(this);
    }

    public override IEnumerable<Option> OptionsWithoutMeaning => [];

    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var settings = ToolSettings.Read(parse, session.Mask);
        var store = new FileTokenStore();
        var (before, damaged) = await BeforeAsync(store, settings.Account, cancellationToken);
        var endpoint = settings.Endpoint?.Uri ?? KeptToken.EndpointOf(before);
        // The stored token endpoint belongs to the stored origin only.
        var options = _product.Read(parse, settings, KeptToken.IsSame(endpoint, KeptToken.EndpointOf(before)) ? before : null);
        if (options.ClientSecret is null)
            throw ProductOptions.Missing(ToolSettings.ClientSecretVariable, "client secret", options);
        // An endpoint that no command can use must not use up a PIN.
        EndpointRule.ThrowIfInvalid($"The stored endpoint of the account '{settings.Account}'", endpoint);
        // The consent page too: a refused PIN sends the user there for a new one.
        session.Advice = NestServers.Advice(options.TokenEndpoint, options.AuthorizationEndpoint);
        using var authorization = new WwnAuthorization(options, loggerFactory: session.IsVerbose ? new ErrorOutputLog(session.Error) : null);
        var token = await ExchangeAsync(authorization, options, parse.GetValue(_pin), session, cancellationToken);
        session.Mask.Add(token.AccessToken);
        token = token with { Endpoint = endpoint, TokenEndpoint = options.TokenEndpoint };
        await KeepAsync(store, authorization, settings.Account, token);
        if (damaged is not null)
            session.Error.WriteLine(PlainText.OneLine($"nest: The token file {damaged.Path} was replaced. Before: {KeptToken.FlawOf(damaged)} The old token was not revoked."));
        Tell(session, settings.Account, token, store);
        return ExitCodes.Done;
    }

    /// <summary>
    /// Reads the stored token first: an invalid name or folder must not use up a PIN. A file that cannot be used is
    /// replaced.
    /// </summary>
    private static async Task<(NestToken? Kept, NestTokenStoreException? Damaged)> BeforeAsync(FileTokenStore store, string account, CancellationToken cancellationToken)
    {
        try
        {
            return (await store.ReadAsync(account, cancellationToken), null);
        }
        catch (NestTokenStoreException damaged) when (damaged.CanBeReplaced)
        {
            return (null, damaged);
        }
    }

    private static async Task<NestToken> ExchangeAsync(WwnAuthorization authorization, WwnAuthorizationOptions options, string? pin, ToolSession session, CancellationToken cancellationToken)
    {
        if (pin is null && options.RedirectUri is { IsLoopback: true } redirect && redirect.Scheme == Uri.UriSchemeHttp)
            return await authorization.AuthorizeInBrowserAsync(new NestBrowserOptions { OpenPage = (page, stop) => OpenAsync(page, Gone(options), session, stop) }, cancellationToken);

        if (pin is null)
        {
            var page = authorization.CreateAuthorizationUri(WwnAuthorization.CreateState()).AbsoluteUri;
            pin = await PinPrompt.AskAsync(session.Error, $"Open {page} and consent.{Gone(options)}", cancellationToken);
        }

        pin = pin.Trim();
        session.Mask.Add(pin);
        if (!AuthorizationCode.TryParse(pin, out var code) || pin is ['"' or '\'', ..] or [.., '"' or '\'' or ';' or ','])
            throw new UsageException("The PIN is invalid. Give only the letters and digits that the page shows, without quotation marks.");
        return await authorization.ExchangePinAsync(code, cancellationToken);
    }

    /// <summary>Shown before the user waits for a page that does not load.</summary>
    private static string Gone(WwnAuthorizationOptions options) => NestServers.Advice(options.AuthorizationEndpoint, options.TokenEndpoint) is { } gone ? $" {gone}" : "";

    /// <summary>Where no browser can be opened, the user can open the page in another one on this machine.</summary>
    private static async Task OpenAsync(Uri page, string gone, ToolSession session, CancellationToken cancellationToken)
    {
        session.Error.WriteLine($"Answer on the page that opens in the browser, within five minutes.{gone} If no page opens: {page.AbsoluteUri}");
        try
        {
            await new NestBrowserOptions().OpenPage(page, cancellationToken);
        }
        catch (NestAuthorizationException)
        {
            session.Error.WriteLine("No browser can be opened here. Open the page yourself.");
        }
    }

    /// <summary>
    /// A token that cannot be stored would stay valid for ten years with no one able to revoke it. Not cancelled: the
    /// PIN is used up.
    /// </summary>
    private static async Task KeepAsync(FileTokenStore store, WwnAuthorization authorization, string account, NestToken token)
    {
        try
        {
            await store.SaveAsync(account, token, CancellationToken.None);
        }
        catch (NestTokenStoreException full)
        {
            var rest = "It was revoked: mend this, then log in with a new PIN.";
            try
            {
                await authorization.RevokeAsync(token.AccessToken!, CancellationToken.None);
            }
            catch (NestException)
            {
                rest = "It could not be revoked either: remove the product in the Nest app, mend this, then log in with a new PIN.";
            }

            throw new IOException($"The token was granted, but cannot be kept: {full.Message} {rest}", full);
        }
    }

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
