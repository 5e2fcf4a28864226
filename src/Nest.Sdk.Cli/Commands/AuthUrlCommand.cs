using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Sdm;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest auth url</c>: prints the page to open.</summary>
internal sealed class AuthUrlCommand : ToolCommand
{
    private readonly ProductOptions _product;

    public AuthUrlCommand()
        : base("url", "Print the page on which the user consents and gets a PIN (wwn) or a code (sdm). NEST_CLIENT_ID must be set.", "nest auth url", "nest auth url --backend sdm --project PROJECT-ID") => _product = new ProductOptions(this);

    public override IEnumerable<Option> OptionsWithoutMeaning => [GlobalOptions.Endpoint, GlobalOptions.TokenEndpoint, GlobalOptions.SdmEndpoint, GlobalOptions.PubSubEndpoint, GlobalOptions.Poll];

    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var settings = ToolSettings.Read(parse, session.Mask);
        var store = new FileTokenStore();
        var (page, state) = await BackendChoice.OfAsync(parse, settings, store, cancellationToken, isOfAccount: true) == NestBackend.Sdm
            ? Google(parse, settings, await KeptToken.TryReadAsync(store, settings, cancellationToken), session)
            : Nest(parse, settings, session);
        if (!session.IsJson)
        {
            session.Out.WriteLine(page.AbsoluteUri);
            return ExitCodes.Done;
        }

        session.Out.WriteLine(JsonText.Line(json =>
        {
            json.WriteStartObject();
            json.WriteString("url", page.AbsoluteUri);
            json.WriteString("state", state);
            json.WriteEndObject();
        }));
        return ExitCodes.Done;
    }

    private (Uri Page, string State) Nest(ParseResult parse, ToolSettings settings, ToolSession session)
    {
        var options = _product.Read(parse, settings);
        if (NestServers.Advice(options.AuthorizationEndpoint) is { } gone)
            session.Error.WriteLine($"nest: {gone}");
        using var authorization = new WwnAuthorization(options);
        var state = WwnAuthorization.CreateState();
        return (authorization.CreateAuthorizationUri(state), state);
    }

    /// <summary>No program listens for this page's redirect, so by default the user copies its address.</summary>
    private (Uri Page, string State) Google(ParseResult parse, ToolSettings settings, NestToken? kept, ToolSession session)
    {
        var google = GoogleSettings.Read(parse, settings, kept, session);
        GoogleHome.ThrowIfInvalid(google);
        var options = _product.Read(parse, google, google.TokenEndpointInUse().Uri);
        options.RedirectUri ??= GoogleLogin.CopiedRedirect;
        using var authorization = new SdmAuthorization(options);
        var request = authorization.CreateAuthorizationRequest();
        return (request.Address, request.State);
    }
}
