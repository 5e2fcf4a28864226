using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest auth logout</c>: revokes the token at the server, then forgets it.</summary>
internal sealed class AuthLogoutCommand()
    : ToolCommand("logout", "Revoke the kept token at the server, then forget it.", "nest auth logout", "nest auth logout --account cabin")
{
    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var settings = ToolSettings.Read(parse, session.Mask);
        var store = new FileTokenStore();
        if (await store.ReadAsync(settings.Account, cancellationToken) is not { AccessToken: { } token } kept)
            throw ToolTokenSource.Missing(settings);
        session.Mask.Add(token);
        // Revoking sends the token too.
        KeptToken.ThrowIfElsewhere(settings, KeptToken.EndpointOf(kept), settings.Endpoint);
        KeptToken.ThrowIfElsewhere(settings, KeptToken.TokenEndpointOf(kept), settings.TokenEndpoint);
        var options = ProductOptions.Of(settings, kept);
        session.Advice = NestServers.Advice(options.TokenEndpoint);
        using var authorization = new WwnAuthorization(options, loggerFactory: session.IsVerbose ? new ErrorOutputLog(session.Error) : null);
        // The other way round a failure in between would leave a good token that nobody has any more.
        await authorization.RevokeAsync(token, cancellationToken);
        await store.RemoveAsync(settings.Account, CancellationToken.None);
        if (session.IsJson)
        {
            session.Out.WriteLine(JsonText.Line(json =>
            {
                json.WriteStartObject();
                json.WriteString("account", settings.Account);
                json.WriteBoolean("revoked", true);
                json.WriteEndObject();
            }));
        }
        else
        {
            session.Out.WriteLine(PlainText.OneLine($"The token of the account '{settings.Account}' is revoked and forgotten."));
        }

        if (settings.HasTokenVariable)
            session.Error.WriteLine($"nest: {ToolSettings.TokenVariable} is still set. Commands without --account use it.");
        return ExitCodes.Done;
    }
}
