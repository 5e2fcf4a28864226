using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;

namespace Nest.Sdk.Cli.Commands;

/// <summary>
/// <c>nest auth login</c>: exchanges a PIN, or the code that the browser brings, for a token and stores it.
/// </summary>
internal sealed class AuthLoginCommand : ToolCommand
{
    private readonly Option<string?> _pin = new("--pin") { Description = "wwn: the PIN of the consent page; asked for when omitted.", HelpName = "PIN" };
    private readonly Option<string?> _code = new("--code") { Description = "sdm: the code, or the whole address that the browser ended at. Without it the browser is opened.", HelpName = "CODE|URL" };
    private readonly ProductOptions _product;

    public AuthLoginCommand()
        : base(
            "login",
            "Authorize an account and store its token. wwn: exchanges a PIN; with a redirect URI on this machine the browser is opened instead. sdm: opens Google's page in the browser and receives the code. NEST_CLIENT_ID and NEST_CLIENT_SECRET must be set.",
            "nest auth login",
            "nest auth login --pin ABCD1234 --account cabin",
            "nest auth login --redirect-uri http://localhost:7777/nest",
            "nest auth login --backend sdm --project PROJECT-ID",
            "nest auth login --code 'https://www.google.com/?state=…&code=…&scope=…'")
    {
        Add(_pin);
        Add(_code);
        _product = new ProductOptions(this);
    }

    public override IEnumerable<Option> OptionsWithoutMeaning => [GlobalOptions.Poll, GlobalOptions.PubSubEndpoint];

    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var settings = ToolSettings.Read(parse, session.Mask);
        var store = new FileTokenStore();
        var account = await LoginStore.OpenAsync(store, settings.Account, cancellationToken);
        var (pin, code) = (parse.GetValue(_pin), parse.GetValue(_code));
        if (await BackendChoice.OfAsync(parse, settings, store, cancellationToken, isOfAccount: true) == NestBackend.Sdm)
        {
            if (pin is not null)
                throw new UsageException("--pin is for Works with Nest (--backend wwn). Google gives codes: use --code, or leave both out to open the browser.");
            return await new GoogleLogin(parse, session, account, _product).RunAsync(settings, store, code, cancellationToken);
        }

        if (code is not null)
            throw new UsageException($"--code is for Google's devices: add --backend sdm, or set {GoogleSettings.ProjectVariable}. Works with Nest gives PINs: use --pin.");
        return await NestLogin.RunAsync(parse, settings, _product, pin, account, store, session, cancellationToken);
    }
}
