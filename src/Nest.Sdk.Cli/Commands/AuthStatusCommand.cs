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

    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var settings = ToolSettings.Read(parse, session.Mask);
        var store = new FileTokenStore();
        var kept = settings.Token is null ? await KeptToken.ReadAsync(store, settings, cancellationToken) : null;
        var status = new AuthStatus
        {
            Account = settings.Token is null ? settings.Account : null,
            Source = settings.Token is null ? store.ToString() : ToolSettings.TokenVariable,
            HasToken = settings.Token is not null || kept?.AccessToken is not null,
            ExpiresAt = kept?.ExpiresAt,
            Accounts = await store.GetAccountsAsync(cancellationToken),
        };
        NestException? failure = status.HasToken ? null : await ToolTokenSource.MissingAsync(store, settings, cancellationToken);
        if (failure is null && kept is not null && Elsewhere(settings, kept) is { } elsewhere)
            (status, failure) = (status with { Trouble = elsewhere.Message }, elsewhere);
        else if (status.HasToken)
            (status, failure) = await CheckAsync(status, parse, session, cancellationToken);
        AuthStatusReport.Write(status, session);
        // Reported on standard error as well, like every failure.
        return failure is null ? ExitCodes.Done : throw failure;
    }

    /// <returns>
    /// The error when the account was authorized at another origin than the named one. Null when it was not.
    /// </returns>
    private static NestAuthorizationException? Elsewhere(ToolSettings settings, NestToken kept)
    {
        try
        {
            KeptToken.ThrowIfElsewhere(settings, KeptToken.EndpointOf(kept), settings.Endpoint);
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
            var late = new NestConnectionException($"The Nest server did not answer within {DurationText.Of(Patience)}. Is the endpoint right?") { Reason = DisconnectReason.ResponseTimeout };
            return (status with { Trouble = late.Message }, late);
        }
    }
}
