using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Cli.Values;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest auth status</c>: shows the token in use, and whether the server accepts it.</summary>
internal sealed class AuthStatusCommand()
    : ToolCommand("status", "Show which token is used, whether the server accepts it, and which accounts are stored.", "nest auth status", "nest auth status --account cabin --json")
{
    /// <summary>Short, because the token may be valid while the server is unreachable.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public override IEnumerable<Option> OptionsWithoutMeaning => [GlobalOptions.PubSubEndpoint, GlobalOptions.Poll];

    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var settings = ToolSettings.Read(parse, session.Mask);
        var store = new FileTokenStore();
        var (status, failure) = await BackendChoice.OfAsync(parse, settings, store, cancellationToken) == NestBackend.Sdm
            ? await OfGoogleAsync(parse, settings, store, session, cancellationToken)
            : await OfNestAsync(settings, store, cancellationToken);
        status = status with { Accounts = await store.GetAccountsAsync(cancellationToken) };
        if (failure is { Failure: NestAuthorizationFailure.Missing } elsewhere && status.HasToken)
            status = status with { Trouble = elsewhere.Message };
        NestException? trouble = failure;
        if (failure is null)
            (status, trouble) = await CheckAsync(status, parse, session, cancellationToken);
        AuthStatusReport.Write(status, session);
        // Reported on standard error as well, like every failure.
        return trouble is null ? ExitCodes.Done : throw trouble;
    }

    private static async Task<(AuthStatus Status, NestAuthorizationException? Failure)> OfNestAsync(ToolSettings settings, FileTokenStore store, CancellationToken cancellationToken)
    {
        var kept = settings.Token is null ? await KeptToken.ReadAsync(store, settings, cancellationToken) : null;
        var status = new AuthStatus
        {
            Account = settings.Token is null ? settings.Account : null,
            Backend = NestBackend.Wwn,
            Source = settings.Token is null ? store.ToString() : ToolSettings.TokenVariable,
            HasToken = settings.Token is not null || kept is not null,
            ExpiresAt = kept?.ExpiresAt,
        };
        if (!status.HasToken)
            return (status, await MissingToken.OfAsync(store, settings, cancellationToken));
        if (kept is null)
            return (status, null);
        return (status, KeptToken.BackendOf(kept) == NestBackend.Wwn ? Caught(() => KeptToken.ThrowIfElsewhere(settings, KeptToken.EndpointOf(kept), settings.Endpoint)) : MissingToken.OfOtherBackend(settings));
    }

    private static async Task<(AuthStatus Status, NestAuthorizationException? Failure)> OfGoogleAsync(ParseResult parse, ToolSettings settings, FileTokenStore store, ToolSession session, CancellationToken cancellationToken)
    {
        var variable = settings.Token is not null ? ToolSettings.TokenVariable
            : !settings.IsAccountGiven && ToolSettings.RefreshTokenOfEnvironment() is not null ? ToolSettings.RefreshTokenVariable
            : null;
        var kept = variable is null ? await KeptToken.ReadAsync(store, settings, cancellationToken) : await KeptToken.TryReadAsync(store, settings, cancellationToken);
        var google = GoogleSettings.Read(parse, settings, kept, session);
        var status = new AuthStatus
        {
            Account = variable is null ? settings.Account : null,
            Backend = NestBackend.Sdm,
            Source = variable ?? store.ToString(),
            HasToken = variable is not null || kept is not null,
            Project = google.Project,
            Subscription = google.Subscription,
            Granted = variable is null ? google.Kept : null,
        };
        if (!status.HasToken)
            return (status, await MissingToken.OfAsync(store, google, cancellationToken));
        if (variable is not null)
            return (status, null);
        return (status, google.Kept is { } granted ? Caught(() => KeptToken.ThrowIfElsewhere(google, granted)) : MissingToken.OfOtherBackend(google));
    }

    /// <returns>The error when the account was authorized at another origin than a named one. Null when it was not.</returns>
    private static NestAuthorizationException? Caught(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (NestAuthorizationException elsewhere)
        {
            return elsewhere;
        }
    }

    private static async Task<(AuthStatus Status, NestException? Failure)> CheckAsync(AuthStatus status, ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await using var home = await HomeConnection.OpenAsync(parse, session, either.Token);
            if (home.Google is { } google)
            {
                // One call: the lists of rooms are slow for a user with many homes.
                await home.Client.GetRawAsync($"enterprises/{google.RequireProject()}/devices", either.Token);
                return (status with { IsAccepted = true }, null);
            }

            var model = await home.Client.GetAsync(either.Token);
            return (status with { IsAccepted = true, Permissions = new WwnPermissionCheck().Of(model) }, null);
        }
        catch (NestAuthorizationException refused)
        {
            return (status with { IsAccepted = false }, refused);
        }
        catch (NestException error) when (error is not NestTokenStoreException)
        {
            return (status with { Trouble = error.Message }, error);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var late = new NestConnectionException($"The server did not answer within {DurationText.Of(Patience)}. Is the endpoint right?") { Reason = DisconnectReason.ResponseTimeout };
            return (status with { Trouble = late.Message }, late);
        }
    }
}
