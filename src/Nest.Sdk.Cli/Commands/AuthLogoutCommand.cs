using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest auth logout</c>: revokes the token at the server, then removes it.</summary>
internal sealed class AuthLogoutCommand()
    : ToolCommand("logout", "Revoke the stored token at the server, then remove it.", "nest auth logout", "nest auth logout --account cabin")
{
    private const string Unreadable = "Its token could not be read, so it was not revoked: remove the product in the Nest app, or the access in the Google account.";

    public override IEnumerable<Option> OptionsWithoutMeaning => [GlobalOptions.Project, GlobalOptions.Subscription, GlobalOptions.PubSubEndpoint, GlobalOptions.Poll];

    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var settings = ToolSettings.Read(parse, session.Mask);
        var store = new FileTokenStore();
        var (before, damaged) = await BeforeAsync(store, settings.Account, cancellationToken);
        if (damaged is not null)
            return await RemoveAsync(parse, store, settings, before, damaged, session, cancellationToken);
        if (before is not { } kept)
            throw await MissingAsync(parse, store, settings, session, cancellationToken);
        var revocation = new TokenRevocation(parse, settings, kept, session);
        revocation.ThrowIfElsewhere();
        try
        {
            // Revoked before it is removed: otherwise a failure in between leaves a valid token that no one can revoke.
            await revocation.RunAsync(cancellationToken);
        }
        catch (Exception error) when (revocation.IsOfGoogle && error is NestException or UsageException)
        {
            // The user can revoke it in the Google account too, so it is forgotten in any case.
            await ForgetAsync(store, settings, session, $"It was not revoked and may still be valid: {revocation.Remedy}.");
            throw;
        }

        return await ForgetAsync(store, settings, session);
    }

    private static async Task<NestAuthorizationException> MissingAsync(ParseResult parse, FileTokenStore store, ToolSettings settings, ToolSession session, CancellationToken cancellationToken) =>
        await BackendChoice.OfAsync(parse, settings, store, cancellationToken, isOfAccount: true) == NestBackend.Sdm
            ? await MissingToken.OfAsync(store, GoogleSettings.Read(parse, settings, null, session), cancellationToken)
            : await MissingToken.OfAsync(store, settings, cancellationToken);

    /// <param name="store">The store.</param>
    /// <param name="settings">The settings, which name the account.</param>
    /// <param name="session">The session.</param>
    /// <param name="trouble">Why the token was not revoked. Null when it was.</param>
    /// <param name="what">What else to say. Null for nothing.</param>
    private static async Task<int> ForgetAsync(FileTokenStore store, ToolSettings settings, ToolSession session, string? trouble = null, string? what = null)
    {
        await store.RemoveAsync(settings.Account, CancellationToken.None);
        HomeNames.Remove(settings.Account);
        ArrivalNote.Remove(settings.Account);
        if (what is not null)
            session.Error.WriteLine(PlainText.OneLine($"nest: {what}"));
        Tell(session, settings.Account, trouble);
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
    private static async Task<int> RemoveAsync(ParseResult parse, FileTokenStore store, ToolSettings settings, NestToken? kept, NestTokenStoreException damaged, ToolSession session, CancellationToken cancellationToken)
    {
        var trouble = kept is null ? Unreadable : await TroubleAsync(new TokenRevocation(parse, settings, kept, session), cancellationToken);
        var what = trouble is null ? $"The token file {damaged.Path} was removed, and its token revoked." : $"The token file {damaged.Path} was removed. {trouble}";
        return await ForgetAsync(store, settings, session, trouble is null ? null : "", $"{what} Before: {KeptToken.FlawOf(damaged)}");
    }

    /// <returns>Why the token could not be revoked. Null when it was.</returns>
    private static async Task<string?> TroubleAsync(TokenRevocation revocation, CancellationToken cancellationToken)
    {
        var notRevoked = $"Its token could not be revoked at the server and may still be valid: {revocation.Remedy}.";
        if (revocation.Elsewhere() is { } elsewhere)
            return $"{notRevoked} {elsewhere}";
        try
        {
            await revocation.RunAsync(cancellationToken);
            return null;
        }
        catch (Exception error) when (error is NestException or UsageException)
        {
            return $"{notRevoked} {(error is NestException trouble ? TroubleText.Of(trouble) : error.Message)}";
        }
    }

    /// <param name="session">The session.</param>
    /// <param name="account">The account.</param>
    /// <param name="trouble">Why the token was not revoked; empty when that was already said. Null when it was.</param>
    private static void Tell(ToolSession session, string account, string? trouble)
    {
        if (!session.IsJson)
        {
            var rest = string.IsNullOrEmpty(trouble) ? "" : $" {trouble}";
            session.Out.WriteLine(PlainText.OneLine($"The token of the account '{account}' is {(trouble is null ? "revoked and " : "")}forgotten.{rest}"));
            return;
        }

        session.Out.WriteLine(JsonText.Line(json =>
        {
            json.WriteStartObject();
            json.WriteString("account", account);
            json.WriteBoolean("revoked", trouble is null);
            json.WriteEndObject();
        }));
    }
}
