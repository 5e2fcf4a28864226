using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest auth login</c>: a PIN or the browser becomes a token, which is kept.</summary>
internal sealed class AuthLoginCommand : ToolCommand
{
    private readonly Option<string?> _pin = new("--pin") { Description = "The PIN of the consent page; asked for when it is left out.", HelpName = "PIN" };
    private readonly ProductOptions _product;

    public AuthLoginCommand()
        : base(
            "login",
            "Exchange a PIN for a token and keep it. With a redirect URI on this machine the browser is opened instead. NEST_CLIENT_ID and NEST_CLIENT_SECRET must be set.",
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
        // At another origin the kept token endpoint would be the wrong one.
        var options = _product.Read(parse, settings, KeptToken.IsSame(endpoint, KeptToken.EndpointOf(before)) ? before : null);
        if (options.ClientSecret is null)
            throw ProductOptions.Missing(ToolSettings.ClientSecretVariable, "client secret", options);
        ThrowIfInvalid(endpoint);
        session.Advice = NestServers.Advice(options.TokenEndpoint);
        using var authorization = new WwnAuthorization(options, loggerFactory: session.IsVerbose ? new ErrorOutputLog(session.Error) : null);
        var token = await ExchangeAsync(authorization, options, parse.GetValue(_pin), session, cancellationToken);
        session.Mask.Add(token.AccessToken);
        token = token with { Endpoint = endpoint, TokenEndpoint = options.TokenEndpoint };
        await KeepAsync(store, authorization, settings.Account, token);
        if (damaged is not null)
            session.Error.WriteLine(PlainText.OneLine($"nest: The token file {damaged.Path} was replaced. Before: {damaged.Message}"));
        Tell(session, settings.Account, token, store);
        return ExitCodes.Done;
    }

    /// <summary>Reads what the account keeps: a name or a folder that cannot be used must not cost a PIN. A file that cannot be used is replaced.</summary>
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

    /// <summary>An endpoint that no command could use must not cost a PIN. The client says what is wrong with it.</summary>
    private static void ThrowIfInvalid(Uri endpoint)
    {
        using var factory = new NestClientFactory();
        factory.Create(new NestClientOptions().UseWwn(wwn => (wwn.Endpoint, wwn.AccessToken) = (endpoint, "unused")));
    }

    private static async Task<NestToken> ExchangeAsync(WwnAuthorization authorization, WwnAuthorizationOptions options, string? pin, ToolSession session, CancellationToken cancellationToken)
    {
        if (pin is null && options.RedirectUri is { IsLoopback: true } redirect && redirect.Scheme == Uri.UriSchemeHttp)
        {
            return await authorization.AuthorizeInBrowserAsync(new NestBrowserOptions { OpenPage = (page, stop) => OpenAsync(page, Gone(options), session, stop) }, cancellationToken);
        }

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

    /// <summary>Before anyone waits for a page that does not come.</summary>
    private static string Gone(WwnAuthorizationOptions options) => NestServers.Advice(options.AuthorizationEndpoint, options.TokenEndpoint) is { } gone ? $" {gone}" : "";

    /// <summary>Where no browser can be opened, one on another screen of this machine does as well.</summary>
    private static async Task OpenAsync(Uri page, string gone, ToolSession session, CancellationToken cancellationToken)
    {
        session.Error.WriteLine($"Answer on the page that opens in the browser, within five minutes. If none opens: {page.AbsoluteUri}{gone}");
        try
        {
            await new NestBrowserOptions().OpenPage(page, cancellationToken);
        }
        catch (NestAuthorizationException)
        {
            session.Error.WriteLine("No browser can be opened here. Open the page yourself.");
        }
    }

    /// <summary>A token that cannot be kept would be good for ten years with nobody to give it back. No cancellation: the PIN is used up.</summary>
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
