using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest auth logout</c>: revokes the token at the server, then removes it.</summary>
internal sealed class AuthLogoutCommand()
    : ToolCommand("logout", "Revoke the stored token at the server, then remove it.", "nest auth logout", "nest auth logout --account cabin")
{
    private const string Unreadable = "Its token could not be read, so it was not revoked: remove the product in the Nest app.";
    private const string NotRevoked = "Its token could not be revoked at the server and may still be valid: remove the product in the Nest app.";

    public override IEnumerable<Option> OptionsWithoutMeaning => [];

    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var settings = ToolSettings.Read(parse, session.Mask);
        var store = new FileTokenStore();
        var (before, damaged) = await BeforeAsync(store, settings.Account, cancellationToken);
        if (damaged is not null)
            return await RemoveAsync(store, settings, before, damaged, session, cancellationToken);
        if (before is not { AccessToken: not null } kept)
            throw await ToolTokenSource.MissingAsync(store, settings, cancellationToken);
        KeptToken.ThrowIfElsewhere(settings, KeptToken.EndpointOf(kept), settings.Endpoint);
        KeptToken.ThrowIfElsewhere(settings, KeptToken.TokenEndpointOf(kept), settings.TokenEndpoint);
        // Revoked before it is removed: otherwise a failure in between leaves a valid token that no one can revoke.
        await RevokeAsync(settings, kept, session, cancellationToken);
        return await ForgetAsync(store, settings, session, isRevoked: true);
    }

    private static async Task RevokeAsync(ToolSettings settings, NestToken kept, ToolSession session, CancellationToken cancellationToken)
    {
        session.Mask.Add(kept.AccessToken);
        var options = ProductOptions.Of(settings, kept);
        session.Advice = NestServers.Advice(options.TokenEndpoint);
        using var authorization = new WwnAuthorization(options, loggerFactory: session.IsVerbose ? new ErrorOutputLog(session.Error) : null);
        await authorization.RevokeAsync(kept.AccessToken!, cancellationToken);
    }

    private static async Task<int> ForgetAsync(FileTokenStore store, ToolSettings settings, ToolSession session, bool isRevoked, string? what = null)
    {
        await store.RemoveAsync(settings.Account, CancellationToken.None);
        HomeNames.Remove(settings.Account);
        if (what is not null)
            session.Error.WriteLine(PlainText.OneLine($"nest: {what}"));
        Tell(session, settings.Account, isRevoked);
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

    /// <summary>
    /// Removes a file that cannot be used. Its token is revoked where that is possible, and forgotten in any case.
    /// </summary>
    private static async Task<int> RemoveAsync(FileTokenStore store, ToolSettings settings, NestToken? kept, NestTokenStoreException damaged, ToolSession session, CancellationToken cancellationToken)
    {
        var trouble = kept?.AccessToken is null ? Unreadable : await TroubleAsync(settings, kept, session, cancellationToken);
        var what = trouble is null ? $"The token file {damaged.Path} was removed, and its token revoked." : $"The token file {damaged.Path} was removed. {trouble}";
        return await ForgetAsync(store, settings, session, trouble is null, $"{what} Before: {KeptToken.FlawOf(damaged)}");
    }

    /// <returns>Why the token could not be revoked. Null when it was.</returns>
    private static async Task<string?> TroubleAsync(ToolSettings settings, NestToken kept, ToolSession session, CancellationToken cancellationToken)
    {
        var elsewhere = KeptToken.Elsewhere(settings, KeptToken.EndpointOf(kept), settings.Endpoint) ?? KeptToken.Elsewhere(settings, KeptToken.TokenEndpointOf(kept), settings.TokenEndpoint);
        if (elsewhere is not null)
            return $"{NotRevoked} {elsewhere}";
        try
        {
            await RevokeAsync(settings, kept, session, cancellationToken);
            return null;
        }
        catch (Exception error) when (error is NestException or UsageException)
        {
            return $"{NotRevoked} {(error is NestException trouble ? TroubleText.Of(trouble) : error.Message)}";
        }
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
