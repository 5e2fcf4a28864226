using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Sdm;

namespace Nest.Sdk.Cli.Commands;

/// <summary>
/// The login for Google's devices: the code that the browser brings, or that the user copied. The first list of the
/// devices belongs to it, because it completes the set-up.
/// </summary>
internal sealed class GoogleLogin(ParseResult parse, ToolSession session, LoginStore account, ProductOptions product)
{
    /// <summary>Where the page sends a user who copies the address, in Google's own guide.</summary>
    public static readonly Uri CopiedRedirect = new("https://www.google.com");

    /// <param name="settings">The settings that both backends share.</param>
    /// <param name="store">The store.</param>
    /// <param name="code">The code or the address. Null to receive or to ask for it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<int> RunAsync(ToolSettings settings, FileTokenStore store, string? code, CancellationToken cancellationToken)
    {
        var google = GoogleSettings.Read(parse, settings, account.Kept, session);
        google.RequireProject();
        google.RequireClient();
        GoogleHome.ThrowIfInvalid(google);
        var endpoint = google.EndpointInUse().Uri;
        var options = product.Read(parse, google, TokenEndpoint(google, endpoint));
        if (code is not null)
            options.RedirectUri ??= CopiedRedirect;
        using var authorization = new SdmAuthorization(options, loggerFactory: session.IsVerbose ? new ErrorOutputLog(session.Error) : null);
        var token = await GrantAsync(authorization, options, code, cancellationToken);
        session.Mask.Add(token.RefreshToken);
        token = token with { Endpoint = endpoint, Subscription = google.Subscription };
        await account.SaveAsync(token, () => authorization.RevokeAsync(token.RefreshToken!, CancellationToken.None), session);
        var (homes, failure) = await ListAsync(settings, store, cancellationToken);
        new LoginReport(session, account.Account, $"{store}").Show(token, homes);
        // The account is kept, and the failure is reported like every other.
        return failure is null ? ExitCodes.Done : throw failure;
    }

    /// <summary>The stored token endpoint belongs to the stored origin only.</summary>
    private static Uri TokenEndpoint(GoogleSettings google, Uri endpoint) => google.Tool.TokenEndpoint is null && !KeptToken.IsSame(endpoint, KeptToken.GoogleEndpointOf(google.Kept))
        ? GoogleSettings.DefaultTokenEndpoint
        : google.TokenEndpointInUse().Uri;

    private async Task<NestToken> GrantAsync(SdmAuthorization authorization, SdmAuthorizationOptions options, string? code, CancellationToken cancellationToken)
    {
        if (code is not null)
            return await ExchangeAsync(authorization, code, state: null, cancellationToken);
        if (options.RedirectUri is null || options.RedirectUri.Scheme == Uri.UriSchemeHttp)
            return await authorization.AuthorizeInBrowserAsync(new NestBrowserOptions { OpenPage = (page, stop) => BrowserPage.OpenAsync(page, "", session, stop) }, cancellationToken);
        // No program receives a redirect to another machine, so the user copies it.
        var request = authorization.CreateAuthorizationRequest();
        var question = new PinPrompt("Address", "No address was typed. Give it with --code, or on standard input.");
        var typed = await question.AskAsync(session.Error, $"Open {request.Address.AbsoluteUri} and consent. Then copy the whole address that the browser ended at.", cancellationToken);
        return await ExchangeAsync(authorization, typed, request.State, cancellationToken);
    }

    /// <param name="authorization">The authorization.</param>
    /// <param name="text">The code, or the address with it.</param>
    /// <param name="state">The state of the attempt. Null when another run made it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private async Task<NestToken> ExchangeAsync(SdmAuthorization authorization, string text, string? state, CancellationToken cancellationToken)
    {
        text = text.Trim().Trim('"', '\'');
        session.Mask.Add(text);
        if (text.Contains("://", StringComparison.Ordinal) || text.Contains('=', StringComparison.Ordinal))
        {
            session.Mask.Add(SdmRedirect.Parse(text).Code);
            return await authorization.ExchangeAddressAsync(text, state, cancellationToken: cancellationToken);
        }

        return AuthorizationCode.TryParse(text, out var code)
            ? await authorization.ExchangeCodeAsync(code, cancellationToken: cancellationToken)
            : throw new UsageException("The code is invalid. Give the code alone, or the whole address that the browser ended at, in quotation marks.");
    }

    private async Task<(GoogleHomes? Homes, NestException? Failure)> ListAsync(ToolSettings settings, FileTokenStore store, CancellationToken cancellationToken)
    {
        try
        {
            await using var home = await GoogleHome.OpenAsync(parse, settings, store, session, cancellationToken, isOfAccount: true);
            return (await GoogleHomes.ReadAsync(home.Client, home.Google!.RequireProject(), cancellationToken), null);
        }
        catch (NestException failure)
        {
            return (null, failure);
        }
    }
}
