using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest auth url</c>: prints the page to open.</summary>
internal sealed class AuthUrlCommand : ToolCommand
{
    private readonly ProductOptions _product;

    public AuthUrlCommand()
        : base("url", "Print the page on which the user consents and gets a PIN. NEST_CLIENT_ID must be set.", "nest auth url") => _product = new ProductOptions(this);

    public override IEnumerable<Option> OptionsWithoutMeaning => [GlobalOptions.Endpoint, GlobalOptions.TokenEndpoint, GlobalOptions.Account];

    public override Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var settings = ToolSettings.Read(parse, session.Mask);
        var options = _product.Read(parse, settings);
        if (NestServers.Advice(options.AuthorizationEndpoint) is { } gone)
            session.Error.WriteLine($"nest: {gone}");
        using var authorization = new WwnAuthorization(options);
        var state = WwnAuthorization.CreateState();
        var page = authorization.CreateAuthorizationUri(state).AbsoluteUri;
        if (!session.IsJson)
        {
            session.Out.WriteLine(page);
            return Task.FromResult(ExitCodes.Done);
        }

        session.Out.WriteLine(JsonText.Line(json =>
        {
            json.WriteStartObject();
            json.WriteString("url", page);
            json.WriteString("state", state);
            json.WriteEndObject();
        }));
        return Task.FromResult(ExitCodes.Done);
    }
}
