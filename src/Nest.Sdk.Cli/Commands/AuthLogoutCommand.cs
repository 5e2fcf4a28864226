using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest auth logout</c>: revokes the token at the server, then removes it.</summary>
internal sealed class AuthLogoutCommand()
    : ToolCommand("logout", "Revoke the stored token at the server, then remove it.", "nest auth logout", "nest auth logout --account cabin")
{
    public override IEnumerable<Option> OptionsWithoutMeaning => [];

    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var settings = ToolSettings.Read(parse, session.Mask);
        var store = new FileTokenStore();
        var (before, damaged) = await BeforeAsync(store, settings.Account, cancellationToken);
        if (damaged is not null && before is null)
            return await RemoveAsync(store, settings, damaged, session);
        if (before is not { AccessToken: { } token } kept)
            throw await ToolTokenSource.MissingAsync(store, settings, cancellationToken);
        session.Mask.Add(token);
        // Revoking sends the token too.
        KeptToken.ThrowIfElsewhere(settings, KeptToken.EndpointOf(kept), settings.Endpoint);
        KeptToken.ThrowIfElsewhere(settings, KeptToken.TokenEndpointOf(kept), settings.TokenEndpoint);
        var options = ProductOptions.Of(settings, kept);
        session.Advice = NestServers.Advice(options.TokenEndpoint);
        using var authorization = new WwnAuthorization(options, loggerFactory: session.IsVerbose ? new ErrorOutputLog(session.Error) : null);
        // Revoked before it is removed: otherwise a failure in between leaves a valid token that no one can revoke.
        await authorization.RevokeAsync(token, cancellationToken);
        await store.RemoveAsync(settings.Account, CancellationToken.None);
        HomeNames.Remove(settings.Account);
        if (damaged is not null)
            session.Error.WriteLine(PlainText.OneLine($"nest: The token file {damaged.Path} was removed, and its token revoked. Before: {damaged.Message}"));
        Tell(session, settings.Account, isRevoked: true);
        if (settings.HasTokenVariable)
            session.Error.WriteLine($"nest: {ToolSettings.TokenVariable} is still set. Commands without --account use it.");
        return ExitCodes.Done;
    }

    /// <summary>
    /// Reads the token. A token that others can read must still be revoked, so its file is made private first.
    /// </summary>
    private static async Task<(NestToken? Kept, NestTokenStoreException? Damaged)> BeforeAsync(FileTokenStore store, string account, CancellationToken cancellationToken)
    {
        try
        {
            return (await store.ReadAsync(account, cancellationToken), null);
        }
        catch (NestTokenStoreException damaged) when (damaged is { CanBeReplaced: true, Path: not null })
        {
            try
            {
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(damaged.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                return (await store.ReadAsync(account, cancellationToken), damaged);
            }
            catch (Exception error) when (error is NestTokenStoreException or IOException or UnauthorizedAccessException)
            {
                return (null, damaged);
            }
        }
    }

    private static async Task<int> RemoveAsync(FileTokenStore store, ToolSettings settings, NestTokenStoreException damaged, ToolSession session)
    {
        await store.RemoveAsync(settings.Account, CancellationToken.None);
        HomeNames.Remove(settings.Account);
        session.Error.WriteLine(PlainText.OneLine($"nest: The token file {damaged.Path} was removed. Its token could not be read, so it was not revoked: remove the product in the Nest app. Before: {damaged.Message}"));
        Tell(session, settings.Account, isRevoked: false);
        return ExitCodes.Done;
    }

    private static void Tell(ToolSession session, string account, bool isRevoked)
    {
        if (!session.IsJson)
        {
            session.Out.WriteLine(PlainText.OneLine($"The token of the account '{account}' is {(isRevoked ? "revoked and " : "")}forgotten."));
            return;
        }

        session.Out.WriteLine(JsonText.Line(json =>
        {
            json.WriteStartObject();
            json.WriteString("account", account);
            json.WriteBoolean("revoked", isRevoked);
            json.WriteEndObject();
        }));
    }
}
